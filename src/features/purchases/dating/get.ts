import { z } from 'zod';
import type { QueryContext } from '../../../core/runtime/context.ts';
import { query } from '../../../core/runtime/operation.ts';
import { Refusal } from '../../../core/runtime/refusal.ts';
import { dayIn } from '../../../core/time/time-zone.ts';
import { ordersWaitingFor } from '../../orders/index.ts';
import { codesOfSkus, getOutlooks } from '../../stock/index.ts';
import { findLine } from '../keeping/store.ts';
import type { PurchaseLine } from '../line/model.ts';
import { orderName } from '../line/receipt-rules.ts';
import { readPurchases } from '../permissions.ts';
import type { DatedLine, DateOutcome } from './model.ts';
import { lineGone } from './refusals.ts';
import { otherSuppliers } from './store.ts';

const shownOthers = 3;

/** A line and its day. */
export const getDatedLine = query({
  name: 'purchases.line',
  permission: readPurchases,
  input: z.object({ id: z.uuid() }),
  run: async (ctx, { id }): Promise<DatedLine> =>
    await datedLine(ctx, demandLine(await findLine(ctx.scope, id))),
});

/** What follows from the day of a line: when its SKU runs out, what is at risk, and what could be done. */
export const getDateOutcome = query({
  name: 'purchases.date-outcome',
  permission: readPurchases,
  input: z.object({ id: z.uuid() }),
  async run(ctx, { id }): Promise<DateOutcome> {
    const found = demandLine(await findLine(ctx.scope, id));
    const { skuId, locationId, supplierKey } = found;
    const line = await datedLine(ctx, found);
    const today = dayIn(ctx.workspace.timeZone, ctx.now);
    if (skuId === null) return { line, outlook: null, waited: null, elsewhere: [], others: [], today };
    const [outlook = null] = await getOutlooks.call(ctx, { skus: [skuId] });
    return {
      line,
      outlook,
      waited: (await ordersWaitingFor(ctx.scope, [skuId])).get(skuId) ?? null,
      elsewhere: (outlook?.places ?? []).filter(
        ({ id: place }) => locationId !== null && place !== locationId,
      ),
      others: await otherSuppliers(ctx.scope, skuId, supplierKey, shownOthers),
      today,
    };
  },
});

export function demandLine(line: PurchaseLine | null): PurchaseLine {
  if (!line) throw new Refusal('not-found', lineGone, { next: 'Look again with `/shipment inbound`.' });
  return line;
}

/** A line, with what it brings by the name that the shop gives it. */
export async function datedLine(
  { scope }: Pick<QueryContext, 'scope'>,
  line: PurchaseLine,
): Promise<DatedLine> {
  const { id, supplier, code, title, skuId, ordered, received, promisedOn, expectedOn, open } = line;
  const own = skuId === null ? undefined : (await codesOfSkus(scope, [skuId])).get(skuId);
  return {
    id,
    order: orderName(line),
    supplier,
    what: own ?? code ?? title,
    units: Math.max(ordered - received, 0),
    promisedOn,
    expectedOn,
    open,
    skuId,
  };
}
