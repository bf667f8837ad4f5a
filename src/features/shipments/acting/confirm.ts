import { z } from 'zod';
import { readerOf } from '../../../cases/reader.ts';
import type { Change } from '../../../core/runtime/change.ts';
import { mutation } from '../../../core/runtime/operation.ts';
import { Refusal } from '../../../core/runtime/refusal.ts';
import { findingOf } from '../card/finding.ts';
import { correctShipments } from '../permissions.ts';
import { demandShipment } from '../shipment/look-up.ts';
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
  input: z.object({ id: z.uuid() }),
  async run(ctx, { id }) {
    const before = demandShipment(await readShipment({ ...ctx, scope: ctx.tx }, id));
    if (!before.doubt) {
      const { text } = findingOf(before, readerOf(ctx));
      throw new Refusal('conflict', `There is nothing to confirm: ${text}.`);
    }
    const at = afterAll(before, ctx.now);
    const event = { key: null, at, reason: null, code: null, place: null, text: null, lifts: false } as const;
    const after = await say(ctx, id, before, {
      events: [{ ...event, status: endOf(before.status) }],
      about: {},
    });
    // Two leads may press at once, or a carrier tells of more: nobody confirms what they have not seen.
    if (after.events.length !== before.events.length + 1)
      throw new Refusal('conflict', `${findingOf(after, readerOf(ctx)).text}.`, {
        next: 'Look at it again: somebody told of it at the same moment.',
      });
    const change: Change = {
      subject: { kind: 'shipment', id },
      before: { status: before.status, doubted: true },
      after: { status: after.status, doubted: false },
    };
    return { result: { id }, changes: [change] };
  },
});
