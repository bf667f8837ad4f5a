import { lists } from '../../../core/declare/lists/listing.ts';
import { readPage } from '../../../core/declare/lists/page.ts';
import type { QueryContext } from '../../../core/runtime/context.ts';
import { query } from '../../../core/runtime/operation.ts';
import { Refusal } from '../../../core/runtime/refusal.ts';
import type { Cell as FileCell } from '../../../core/text/csv.ts';
import { decimal } from '../../../core/text/money.ts';
import { defineListing, listPageShape } from '../../../core/tokens/listing.ts';
import { type Paged, pagedShape, placeShape } from '../../../core/tokens/page.ts';
import { freshnessOf } from '../../feeds/index.ts';
import { locations } from '../../locations/index.ts';
import { codesOfSkus } from '../../stock/index.ts';
import { cancelWords, stageWords, stopWords } from '../card/words.ts';
import { readOrders } from '../permissions.ts';
import { clockOf } from './bounds.ts';
import { completed } from './completed.ts';
import {
  filterShape,
  type ListedOrder,
  type OrderFilter,
  type OrderPage,
  type OrderRow,
  pageSize,
} from './model.ts';
import { countOrders, countStopped, ordersAfter, type Wanted } from './store.ts';
import { dueWords } from './words.ts';

type Places = Awaited<ReturnType<typeof locations>>;

/** A page of the orders behind a figure. */
export const listPage = query({
  name: 'orders.list',
  permission: readOrders,
  input: pagedShape(filterShape),
  async run(ctx, asked): Promise<OrderPage> {
    const { scope } = ctx;
    const [clock, places] = [await clockOf(ctx), await locations(scope)];
    const page = await readPage<ListedOrder, OrderFilter>(asked, {
      size: pageSize,
      read: async (filter, limit) => await ordersAfter(scope, clock, wantedOf(filter, places), limit),
      count: async (filter) => await countOrders(scope, clock, wantedOf(filter, places)),
      placeOf: ({ place }) => place,
    });
    const codes = asked.sku === null ? null : await codesOfSkus(scope, [asked.sku]);
    return {
      ...page,
      rows: await completed(ctx, page.rows, places, asked.show === 'stopped'),
      heard: await freshnessOf(scope, 'orders'),
      places: places.map(({ code, name }) => ({ code, name })),
      unjudged:
        asked.show === 'stopped'
          ? (await countStopped(scope, ctx.now, wantedOf(asked, places).locationId)).unjudged
          : 0,
      skuCode: asked.sku === null ? null : (codes?.get(asked.sku) ?? null),
    };
  },
});

export const listExport = defineListing({
  id: 'orders.list',
  title: 'Orders',
  one: 'order',
  filter: filterShape,
});

/** A page of the list as a file. */
export const exportPage = query({
  name: 'orders.export',
  permission: readOrders,
  input: listPageShape(filterShape, placeShape),
  async run(ctx: QueryContext, { filter, after, limit }): Promise<readonly OrderRow[]> {
    const places = await locations(ctx.scope);
    const wanted = wantedOf({ ...filter, after }, places);
    return await completed(ctx, await ordersAfter(ctx.scope, await clockOf(ctx), wanted, limit), places);
  },
});

function wantedOf({ at, ...filter }: Paged<OrderFilter>, places: Places): Paged<Wanted> {
  const place = at === null ? null : places.find(({ code }) => code === at);
  if (place === undefined) throw new Refusal('not-found', `There is no location ${at}.`);
  return { ...filter, locationId: place?.id ?? null };
}

const columns: Readonly<Record<string, (row: OrderRow) => FileCell>> = {
  Order: ({ number }) => number,
  Channel: ({ channel }) => channel,
  Stage: ({ stage }) => stageWords[stage],
  'On hold': ({ onHold }) => (onHold ? 'yes' : 'no'),
  'Held since': ({ held }) => held?.since.toISOString() ?? null,
  'Held for': ({ held }) => held?.reason ?? null,
  'To be cancelled': ({ cancelling }) => cancelling && cancelWords(cancelling),
  Placed: ({ placedAt }) => placedAt.toISOString(),
  'Ship-by': ({ shipBy }) => shipBy?.toISOString() ?? null,
  Due: ({ due }) => dueWords[due],
  'To send': ({ openMinor, currency }) => decimal(openMinor, currency),
  Currency: ({ currency }) => currency,
  Location: ({ location }) => location?.code ?? null,
  'Stopped at': ({ nextStop, stage, hasStopped }) =>
    hasStopped && nextStop ? stopWords(nextStop, stage) : null,
  'Stopped since': ({ nextStopAt, hasStopped }) => (hasStopped ? (nextStopAt?.toISOString() ?? null) : null),
};

export const ordersList = lists(listExport, { page: exportPage, placeOf: ({ place }) => place, columns });
