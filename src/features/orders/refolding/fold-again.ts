import { worksTogether } from '../../../core/declare/work.ts';
import { foldAgain } from '../keeping/fold-again-work.ts';
import { ordersNamed } from '../keeping/order-store.ts';
import { refold } from '../keeping/tell.ts';
import { changeOf } from '../keeping/tell-orders.ts';

/** An order whose SKU or location has come is what it would be had that been known before. */
export const foldAgainHandler = worksTogether(foldAgain, async (ctx, pieces) => {
  const ids = [...new Set(pieces.map(({ subject }) => subject))];
  const { plans, changed, facts } = await refold(ctx, await ordersNamed(ctx.tx, [], ids));
  const lacked = new Map(plans.map(({ after, lacked: names }) => [after.order.id, names]));
  const missing = pieces.flatMap(({ id, subject, data }) =>
    lacked.get(subject)?.has(data.missing) ? [[id, data.missing] as const] : [],
  );
  return { changes: changed.map(changeOf), facts, missing: new Map(missing) };
});
