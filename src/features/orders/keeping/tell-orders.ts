import { z } from 'zod';
import type { Change } from '../../../core/runtime/change.ts';
import { mutation } from '../../../core/runtime/operation.ts';
import type { Json, JsonObject } from '../../../core/tokens/json.ts';
import { tellOrdersPermission } from '../permissions.ts';
import { orderStatement } from '../telling/model.ts';
import { orderMissing } from './address.ts';
import { foldOnceKnown } from './fold-again-work.ts';
import type { OrderPlan } from './plan.ts';
import { same } from './rows.ts';
import { tell } from './tell.ts';

/**
 * Tells what somebody says of orders: a webhook, a connector, or a form. What came before and what comes later, twice or in
 * another order, ends in the same rows. Statements that fit no order are answered with the reason, and with what must
 * come first; all others are done. Call it once for everything that is told in a transaction.
 */
export const tellOrders = mutation({
  name: 'orders.tell',
  permission: tellOrdersPermission,
  input: z.object({ statements: z.array(orderStatement) }),
  async run(ctx, { statements }) {
    const { plans, changed, facts, names, refused } = await tell(ctx, statements);
    return {
      result: {
        /** Orders that were told of, and those of them that changed. */
        orders: plans.map(({ after }) => after.order.id),
        changed: changed.map(({ after }) => after.order.id),
        refused: refused.map(({ statement: { deliveryId, source, facet, versionAt }, reason, missing }) => ({
          deliveryId,
          source,
          facet,
          versionAt,
          reason,
          missing,
        })),
      },
      changes: changed.map(changeOf),
      facts,
      arrived: names.map(orderMissing),
      work: plans.flatMap((plan) => foldOnceKnown(plan, ctx.now)),
    };
  },
});

/** What of an order is another now, for the audit log: its own fields, and by their names the lists that changed. */
export function changeOf({ before, after }: OrderPlan): Change {
  const subject = { kind: 'order', id: after.order.id };
  const { number, channel, stage } = after.order;
  if (!before) return { subject, before: null, after: { number, channel, stage, lines: after.lines.length } };
  const fields = Object.entries(after.order).filter(
    ([field, value]) => !same(value, before.order[field as keyof typeof before.order]),
  );
  const lists = (['lines', 'milestones', 'holds', 'promises', 'fulfilments', 'refunds'] as const).filter(
    (list) => !same(after[list], before[list]),
  );
  const values = (order: object): JsonObject =>
    Object.fromEntries(
      fields.map(([field]) => [field, toldOf(field, plain((order as Record<string, unknown>)[field]))]),
    );
  return {
    subject,
    before: values(before.order),
    after: { ...values(after.order), ...(lists.length > 0 && { changed: [...lists] }) },
  };
}

/** What a shop calls its customer may be a name or an address: the log says that it is another, and not which. */
function toldOf(field: string, value: Json): Json {
  return field === 'customerReference' && value !== null ? 'not kept here' : value;
}

function plain(value: unknown): Json {
  if (value instanceof Date) return value.toISOString();
  if (typeof value === 'bigint') return String(value);
  return (value ?? null) as Json;
}
