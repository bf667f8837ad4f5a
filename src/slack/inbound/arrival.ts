import { type Delivery, deliveryOf } from '../../core/runtime/delivery.ts';
import { warnUnlessOutage } from '../../core/runtime/warn.ts';
import { keepAct, recordAct, settleAct } from '../../db/inbound/acts.ts';
import type { Carriage } from '../app/age.ts';
import type { Parts } from '../app/services.ts';
import { type Act, bodyOf, sourceOf } from './act.ts';

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
  const record = {
    body: bodyOf(act),
    responseUrl: responseUrl && seal.close(responseUrl),
    leasedUntil: lease(),
  };
  const delivery = deliveryOf(row.source, key, record);
  let accepted = false;
  const isLate = () => clock.elapsed() - since > slackWaitsMs || !carriage.isConnected();
  return {
    delivery,
    isLate,
    async accept() {
      try {
        await recordAct(prisma, row, record, now);
        accepted = true;
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
      if (clock.elapsed() - since < leaseMs / 2) return true;
      return await keepAct(prisma, row, lease()).catch(() => true);
    },
    async settle() {
      if (!accepted && !delivery.progress.done) return;
      await settleAct(prisma, row, clock.now()).catch((error) =>
        warnUnlessOutage(ground, error, 'an answer could not be noted; it may be given again'),
      );
    },
  };
}
