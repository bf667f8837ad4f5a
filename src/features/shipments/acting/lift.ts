import { z } from 'zod';
import { readerOf } from '../../../cases/reader.ts';
import type { Change } from '../../../core/runtime/change.ts';
import { mutation } from '../../../core/runtime/operation.ts';
import { Refusal } from '../../../core/runtime/refusal.ts';
import { cut } from '../../../core/text/clean.ts';
import { findingOf } from '../card/finding.ts';
import { correctShipments } from '../permissions.ts';
import { demandShipment } from '../shipment/look-up.ts';
import type { ShipmentCard } from '../shipment/model.ts';
import { readShipment } from '../shipment/read.ts';
import { isSettled } from '../status/rules.ts';
import { maxNote } from './model.ts';
import { afterAll, say } from './update.ts';

/**
 * A lead says that a shipment has not ended, or has not turned back, whatever was scanned: the customer has nothing. It
 * goes on from its last other scan. What is scanned from now on counts again.
 */
export const liftEnd = mutation({
  name: 'shipments.lift-end',
  permission: correctShipments,
  input: z.object({ id: z.uuid(), why: z.string().trim().min(1, 'Say how you know.').max(maxNote) }),
  async run(ctx, { id, why }) {
    const before = demandShipment(await readShipment({ ...ctx, scope: ctx.tx }, id));
    if (!isSettled(before.status)) {
      const { text } = findingOf(before, readerOf(ctx));
      throw new Refusal('conflict', `There is nothing to take back: ${text}.`);
    }
    // After everything that was said of it, by clocks that go ahead too.
    const at = afterAll(before, ctx.now);
    const event = { key: null, at, reason: null, code: null, place: null, lifts: true } as const;
    const after = await say(ctx, id, before, {
      events: [{ ...event, status: 'unknown', text: cut(why, maxNote) }],
      about: {},
    });
    // What its carrier told of after one of us had ended it stands, be it another end.
    if (isSettled(after.status) && isSameEnd(before, after))
      throw new Refusal('conflict', `${findingOf(after, readerOf(ctx)).text}: that stays as it is.`, {
        next: 'Its number is another parcel’s by now, or somebody told of its end at the same moment.',
      });
    const change: Change = {
      subject: { kind: 'shipment', id },
      before: { status: before.status },
      after: { status: after.status },
      reason: why,
    };
    return { result: { id }, changes: [change] };
  },
});

function isSameEnd(before: ShipmentCard, after: ShipmentCard): boolean {
  return before.status === after.status && before.endedAt?.getTime() === after.endedAt?.getTime();
}
