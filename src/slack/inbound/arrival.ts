import { setTimeout as wait } from 'node:timers/promises';
import { type Delivery, deliveryOf } from '../../core/runtime/delivery.ts';
import { inTime } from '../../core/runtime/in-time.ts';
import { warnUnlessOutage } from '../../core/runtime/warn.ts';
import type { JsonObject } from '../../core/tokens/json.ts';
import { closeAct, keepAct, recordAct, settleAct } from '../../db/inbound/acts.ts';
import type { Carriage } from '../app/age.ts';
import type { Parts } from '../app/services.ts';
import { type Act, bodyOf, sourceOf } from './act.ts';

/** How long recording may take: Slack waits for the acknowledgement meanwhile. */
const acceptMs = 600;
const closingPausesMs = [500, 1_000, 2_000, 5_000, 10_000, 20_000];
/** After 3 seconds Slack reports a failure to the person. */
const slackWaitsMs = 2_900;

/** An act from its receipt to its answer. */
export interface Arrival {
  readonly delivery: Delivery;
  /**
   * Records the act, so that it may be acknowledged before its effect. False: the database does not take it now. An act
   * that finishes in time is recorded with its effect, and a look-up in time is never recorded.
   */
  accept(): Promise<boolean>;
  /** Slack may already have reported a failure; it then ignores the body of an acknowledgement. */
  isLate(): boolean;
  /** False: Slack did not receive it, or perhaps too late. */
  acknowledge(ack: () => Promise<void>): Promise<boolean>;
  /** False: another process took over, because this one was held up for too long. */
  mayAnswer(): Promise<boolean>;
  /** Notes that the person has the answer. Never throws: at worst they get it again. */
  settle(): Promise<void>;
}

export interface Arriving {
  /** The same for every delivery of it. */
  readonly key: string;
  readonly responseUrl: string | null;
  readonly carriage: Carriage;
}

/** Starts handling an act. */
export function arrivalOf(parts: Parts, act: Act, { key, responseUrl, carriage }: Arriving): Arrival {
  const { ground, leaseMs, prisma, seal, stalls, workspace } = parts;
  const { clock, log } = ground;
  const since = clock.elapsed() - Math.max(carriage.signedAgoMs, stalls.heldUpMs());
  const now = clock.now();
  const lease = () => new Date(clock.now().getTime() + leaseMs);
  const row = { workspaceId: workspace.id, source: sourceOf(act.kind), key };
  let sealed: string | null = null;
  let body: JsonObject | null = null;
  const record = {
    get body() {
      body ??= bodyOf(act, parts);
      return body;
    },
    // A look-up in time is never recorded: nothing is encrypted for it.
    get responseUrl() {
      sealed ??= responseUrl && seal.close(responseUrl);
      return sealed;
    },
    leasedUntil: lease(),
  };
  const delivery = deliveryOf(row.source, key, record);
  let accepted = false;
  let tried = false;
  /** False: it could not be closed. It is recorded, and another process does it and answers. */
  async function closed(): Promise<boolean> {
    for (const pauseMs of [0, ...closingPausesMs]) {
      if (pauseMs > 0) await wait(pauseMs);
      try {
        return await closeAct(prisma, row, clock.now());
      } catch (error) {
        warnUnlessOutage(ground, error, 'a refusal could not be noted');
        if (accepted) return false;
      }
    }
    // Nobody knows whether it is recorded: a person is not left without an answer.
    return true;
  }
  const isLate = () => clock.elapsed() - since > slackWaitsMs || !carriage.isConnected();
  return {
    delivery,
    isLate,
    async accept() {
      tried = true;
      try {
        const recording = recordAct(prisma, row, record, now).then(() => true);
        accepted = (await inTime(recording, acceptMs)) ?? false;
        // Too late to promise anything, though it may be recorded yet.
        recording.catch(() => {});
      } catch (error) {
        warnUnlessOutage(ground, error, 'something that takes long could not be written down');
      }
      return accepted;
    },
    async acknowledge(ack) {
      const late = isLate();
      try {
        await ack();
        return !late;
      } catch (error) {
        // The socket closed under us.
        log.warn({ err: error }, 'an acknowledgement could not be sent');
        return false;
      }
    },
    async mayAnswer() {
      // What was recorded and had no effect is closed first: else it would be done after we said that it was not.
      if (tried && !delivery.progress.done) return await closed();
      if (clock.elapsed() - since < leaseMs / 2) return true;
      return await keepAct(prisma, row, lease()).catch(() => true);
    },
    async settle() {
      if (!tried && !delivery.progress.done) return;
      await settleAct(prisma, row, clock.now()).catch((error) =>
        warnUnlessOutage(ground, error, 'an answer could not be noted; it may be given again'),
      );
    },
  };
}
