import { type Delivery, deliveryOf } from '../../core/runtime/delivery.ts';
import { warnUnlessOutage } from '../../core/runtime/warn.ts';
import { keepAct, recordAct, settleAct } from '../../db/inbound/acts.ts';
import type { Carriage } from '../app/age.ts';
import type { Parts } from '../app/services.ts';
import { type Act, bodyOf, sourceOf } from './act.ts';

/** Slack gives us 3 seconds, then it tells the person that we do not answer. */
const slackWaitsMs = 2_900;

/** An act from its receipt to its answer. */
export interface Arrival {
  readonly delivery: Delivery;
  /**
   * Writes it down, so that it may be acknowledged before it is done. False: that cannot be done now. What is done in
   * time is written down with its effect, and what only looks something up in time never is.
   */
  accept(): Promise<boolean>;
  /** False: Slack did not hear it, or has told the person already that we do not answer. */
  acknowledge(ack: () => Promise<void>): Promise<boolean>;
  /** Whether to answer is still with this process: one that was held up for long may have been taken for dead. */
  mayAnswer(): Promise<boolean>;
  /** The person has the answer. Never throws: at worst they get it again. */
  settle(): Promise<void>;
}

export interface Arriving {
  /** The same for every delivery of it. */
  readonly key: string;
  readonly responseUrl: string | null;
  readonly carriage: Carriage;
}

/** Begins to handle an act. */
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
  return {
    delivery,
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
      const late = clock.elapsed() - since > slackWaitsMs || !carriage.isConnected();
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
