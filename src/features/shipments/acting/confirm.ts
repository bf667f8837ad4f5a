import { z } from 'zod';
import { readerOf } from '../../../cases/reader.ts';
import type { Change } from '../../../core/runtime/change.ts';
import { mutation } from '../../../core/runtime/operation.ts';
import { Refusal } from '../../../core/runtime/refusal.ts';
import type { Reader } from '../../../core/time/reader.ts';
import { findingOf } from '../card/finding.ts';
import { correctShipments } from '../permissions.ts';
import { demandShipment } from '../shipment/look-up.ts';
import type { ShipmentCard } from '../shipment/model.ts';
import { readShipment } from '../shipment/read.ts';
import { endOf } from '../status/rules.ts';
import { afterAll, say } from './update.ts';

/**
 * A lead says that a shipment has ended as one of us told, although its carrier has scanned it since: nobody has to look at it
 * any more. What is scanned after that is a contradiction of its own.
 */
export const confirmEnding = mutation({
  name: 'shipments.confirm-end',
  permission: correctShipments,
  input: z.object({
    id: z.uuid(),
    /** Of how many events whoever confirms it knows. */
    events: z.number().int(),
  }),
  async run(ctx, { id, events: known }) {
    const before = demandShipment(await readShipment({ ...ctx, scope: ctx.tx }, id));
    if (!before.doubt) {
      const { text } = findingOf(before, readerOf(ctx));
      throw new Refusal('conflict', `There is nothing to confirm: ${text}.`);
    }
    // Nobody confirms what they have not seen.
    if (before.events.length !== known) throw notConfirmed(before, known, readerOf(ctx));
    const at = afterAll(before, ctx.now);
    const event = { key: null, at, reason: null, code: null, place: null, text: null, lifts: false } as const;
    const after = await say(ctx, id, before, {
      events: [{ ...event, status: endOf(before.status) }],
      about: {},
    });
    // Two leads may press at once, or a carrier tells of more.
    if (after.events.length !== known + 1) throw notConfirmed(after, known, readerOf(ctx));
    const change: Change = {
      subject: { kind: 'shipment', id },
      before: { status: before.status, doubted: true },
      after: { status: after.status, doubted: false },
    };
    return { result: { id }, changes: [change] };
  },
});

function notConfirmed(shipment: ShipmentCard, known: number, reader: Reader): Refusal {
  return new Refusal('conflict', `${findingOf(shipment, reader).text}.`, {
    next:
      shipment.events.length === known
        ? 'Its number is another parcel’s by now, and what is said of it counts for that one.'
        : 'Look at it again: more was told of it since your card was drawn.',
  });
}
