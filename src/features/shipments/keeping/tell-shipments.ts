import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import type { Change } from '../../../core/runtime/change.ts';
import { mutation } from '../../../core/runtime/operation.ts';
import type { Json } from '../../../core/tokens/json.ts';
import { tellShipmentsPermission } from '../permissions.ts';
import { shipmentStatement } from '../telling/model.ts';
import type { SeriesPlan } from './plan.ts';
import { tell } from './tell.ts';

/**
 * Tells what somebody says of shipments: a webhook, a file, or a form. What came before and what comes later, twice or in
 * another order, ends in the same rows. Call it once for everything that is told in a transaction.
 */
export const tellShipments = mutation({
  name: 'shipments.tell',
  permission: tellShipmentsPermission,
  input: z.object({ statements: z.array(shipmentStatement) }),
  async run(ctx, { statements }) {
    const { plans, changed } = await tell(ctx, statements);
    return {
      result: {
        /** Shipments that are others now, and how many events and words were new. */
        changed: changed.map(({ after }) => after.id),
        events: plans.reduce((sum, { fresh }) => sum + fresh.length, 0),
        words: plans.reduce((sum, { words }) => sum + words.length, 0),
      },
      changes: changed.map(changeOf),
    };
  },
});

/** What of a shipment is another now, for the audit log. */
export function changeOf({ before, after }: SeriesPlan['shipments'][number]): Change {
  const subject = { kind: 'shipment', id: after.id };
  const { tracking, status } = after;
  if (!before) return { subject, before: null, after: { tracking, status } };
  const fields = (Object.keys(after) as (keyof typeof after)[]).filter(
    (field) => !isDeepStrictEqual(after[field], before[field]),
  );
  const values = (row: typeof after) => Object.fromEntries(fields.map((field) => [field, plain(row[field])]));
  return { subject, before: values(before), after: values(after) };
}

function plain(value: Date | Json): Json {
  return value instanceof Date ? value.toISOString() : value;
}
