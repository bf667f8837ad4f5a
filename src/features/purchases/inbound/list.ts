import { readPage } from '../../../core/declare/lists/page.ts';
import type { QueryContext } from '../../../core/runtime/context.ts';
import type { Scope } from '../../../core/runtime/database.ts';
import { query } from '../../../core/runtime/operation.ts';
import { Refusal } from '../../../core/runtime/refusal.ts';
import { dayIn } from '../../../core/time/time-zone.ts';
import { type Paged, pagedShape } from '../../../core/tokens/page.ts';
import { freshnessOf } from '../../feeds/index.ts';
import { locations } from '../../locations/index.ts';
import { ordersWaitingFor } from '../../orders/index.ts';
import { codesOfSkus, getOutlooks } from '../../stock/index.ts';
import { orderName } from '../line/receipt-rules.ts';
import { readPurchases } from '../permissions.ts';
import {
  filterShape,
  type InboundFilter,
  type InboundPage,
  type InboundRow,
  type ListedLine,
  type MostWaited,
  pageSize,
} from './model.ts';
import {
  countLines,
  daysSaid,
  findLine,
  linesAfter,
  skusComing,
  totalsOf,
  type Wanted,
  type Whose,
} from './store.ts';

const gone = () =>
  new Refusal('not-found', 'That is no longer here.', { next: 'Look again with `/shipment inbound`.' });
/** Looked through for what is waited for most. */
const mostSkus = 200;

/** A page of what is on its way from suppliers. */
export const inboundPage = query({
  name: 'purchases.inbound',
  permission: readPurchases,
  input: pagedShape(filterShape),
  async run(ctx, asked): Promise<InboundPage> {
    const { scope } = ctx;
    const today = todayOf(ctx);
    const { whose, named, supplier } = await whoseOf(scope, asked);
    const wanted = ({ show, after }: Paged<InboundFilter>) => ({ show, after, whose, today });
    const page = await readPage<ListedLine, InboundFilter>(asked, {
      size: pageSize,
      read: async (filter, limit) => await linesAfter(scope, wanted(filter), limit),
      count: async (filter) => await countLines(scope, wanted(filter)),
      placeOf: ({ place }) => place,
    });
    return {
      ...page,
      rows: await completed(ctx, page.rows),
      named,
      supplier,
      totals: await totalsOf(scope, whose, today),
      mostWaited: await mostWaited(ctx, { show: asked.show, whose, today }),
      heard: await freshnessOf(scope, 'purchases'),
      today,
    };
  },
});

export function todayOf({ workspace, now }: Pick<QueryContext, 'workspace' | 'now'>): string {
  return dayIn(workspace.timeZone, now);
}

/** Whose lines a filter means, and their name. */
export async function whoseOf(
  scope: Scope,
  { by, of }: InboundFilter,
): Promise<{ readonly whose: Whose; readonly named: string | null; readonly supplier: string | null }> {
  if (by === 'everything' || of === null) return { whose: null, named: null, supplier: null };
  if (by === 'sku') {
    const code = (await codesOfSkus(scope, [of])).get(of);
    if (code === undefined) throw gone();
    return { whose: { skuId: of }, named: code, supplier: null };
  }
  const line = await findLine(scope, of);
  if (!line) throw gone();
  const { supplier, supplierKey, source, poKey } = line;
  return by === 'supplier'
    ? { whose: { supplierKey }, named: supplier, supplier }
    : { whose: { source, poKey }, named: orderName(line), supplier };
}

async function completed(ctx: QueryContext, lines: readonly ListedLine[]): Promise<readonly InboundRow[]> {
  const { scope } = ctx;
  const skus = [...new Set(lines.flatMap(({ skuId }) => skuId ?? []))];
  const [outlooks, waiting, said, places] = [
    new Map((await getOutlooks.call(ctx, { skus })).map((one) => [one.id, one])),
    await ordersWaitingFor(scope, skus),
    await daysSaid(
      scope,
      lines.map(({ id }) => id),
    ),
    new Map((await locations(scope)).map(({ id, name }) => [id, name])),
  ];
  return lines.map((line) => ({
    ...line,
    location: line.locationId === null ? null : (places.get(line.locationId) ?? null),
    standing: line.skuId === null ? null : (outlooks.get(line.skuId) ?? null),
    waited: line.skuId === null ? null : (waiting.get(line.skuId) ?? null),
    said: said.filter(({ lineId }) => lineId === line.id),
  }));
}

/** Of the SKUs in the list, the one for whose pieces most orders wait. */
async function mostWaited({ scope }: QueryContext, wanted: Wanted): Promise<MostWaited | null> {
  const coming = await skusComing(scope, wanted, mostSkus);
  const waiting = await ordersWaitingFor(scope, coming);
  const [most] = coming
    .flatMap((skuId) => {
      const waited = waiting.get(skuId);
      return waited && waited.orders > 0 ? [{ skuId, ...waited }] : [];
    })
    .toSorted((a, b) => b.orders - a.orders);
  if (!most) return null;
  const code = (await codesOfSkus(scope, [most.skuId])).get(most.skuId);
  return code === undefined ? null : { code, pieces: most.pieces, orders: most.orders };
}
