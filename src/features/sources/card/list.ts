import { z } from 'zod';
import { lists } from '../../../core/declare/lists/listing.ts';
import { pageOf, readPage } from '../../../core/declare/lists/page.ts';
import type { QueryContext } from '../../../core/runtime/context.ts';
import { query } from '../../../core/runtime/operation.ts';
import type { Cell } from '../../../core/text/csv.ts';
import { defineListing, listPageShape } from '../../../core/tokens/listing.ts';
import { type Paged, type Place, pagedShape, placeShape } from '../../../core/tokens/page.ts';
import { countDeliveries, listDeliveries } from '../deliveries/list-store.ts';
import type { DeliveryState, ListedDelivery } from '../deliveries/model.ts';
import { listRefusals } from '../deliveries/refusal-store.ts';
import { seeSources } from '../permissions.ts';
import { listSources } from '../source/store.ts';
import {
  type DeliveryFilter,
  type DeliveryLine,
  type DeliveryPage,
  deliveriesShown,
  mostCounted,
  pageSize,
  type RefusalFilter,
  type RefusalLine,
  type RefusalPage,
} from './model.ts';
import { deliveryWords, whyWords } from './words.ts';

const dayMs = 86_400_000;
const hourMs = 3_600_000;
const deliveryShape = z.object({ source: z.uuid().nullable(), show: z.enum(deliveriesShown) });
const refusalShape = z.object({ since: z.enum(['day', 'month']) });

const states: Readonly<Record<DeliveryFilter['show'], readonly DeliveryState[]>> = {
  waiting: ['stored', 'parked', 'failed'],
  all: ['stored', 'parked', 'failed', 'done', 'ignored'],
};
const askedOf = ({ source, show, after }: Paged<DeliveryFilter>) => ({ source, states: states[show], after });

/** A page of what came, the newest first. */
export const deliveriesPage = query({
  name: 'sources.deliveries',
  permission: seeSources,
  input: pagedShape(deliveryShape),
  async run(ctx, wanted): Promise<DeliveryPage> {
    const sources = await listSources(ctx.scope);
    const page = await readPage<ListedDelivery, DeliveryFilter>(wanted, {
      size: pageSize,
      read: async (filter, limit) => await listDeliveries(ctx.scope, askedOf(filter), limit),
      count: async (filter) => await countDeliveries(ctx.scope, askedOf(filter), mostCounted),
      placeOf: ({ place }) => place,
    });
    return {
      ...page,
      rows: await named(ctx, page.rows),
      sources: sources.map(({ id, name, state }) => ({ id, name, state })),
      isMore: page.total === mostCounted,
    };
  },
});

export const deliveriesExport = defineListing({
  id: 'sources.deliveries',
  title: 'Deliveries',
  one: 'delivery',
  filter: deliveryShape,
});

/** A page of the list as a file. */
export const exportDeliveries = query({
  name: 'sources.deliveries-export',
  permission: seeSources,
  input: listPageShape(deliveryShape, placeShape),
  run: async (ctx, { filter, after, limit }) =>
    await named(ctx, await listDeliveries(ctx.scope, askedOf({ ...filter, after }), limit)),
});

async function named(
  { scope }: Pick<QueryContext, 'scope'>,
  rows: readonly ListedDelivery[],
): Promise<readonly DeliveryLine[]> {
  const names = new Map((await listSources(scope)).map(({ id, name }) => [id, name]));
  return rows.map((row) => ({ ...row, from: names.get(row.sourceId) ?? 'a removed source' }));
}

const deliveryColumns: Readonly<Record<string, (row: DeliveryLine) => Cell>> = {
  Received: ({ receivedAt }) => receivedAt.toISOString(),
  Source: ({ from }) => from,
  Topic: ({ topic }) => topic,
  About: ({ subjectKey }) => subjectKey,
  State: ({ state }) => deliveryWords[state],
  Handled: ({ attempts }) => attempts,
  Why: ({ state, reason }) => whyWords(state, reason),
  Id: ({ id }) => id,
};

export const wholeDeliveries = lists(deliveriesExport, {
  page: exportDeliveries,
  placeOf: ({ place }) => place,
  columns: deliveryColumns,
});

/** A page of what was refused, by hour and reason, the newest first. */
export const refusalsPage = query({
  name: 'sources.refusals',
  permission: seeSources,
  input: pagedShape(refusalShape),
  async run(ctx, wanted): Promise<RefusalPage> {
    const all = await refused(ctx, wanted);
    const page = await pageOf<PlacedRefusal, RefusalFilter>(wanted, {
      size: pageSize,
      fitting: ({ after }) => behind(all, after),
      placeOf: ({ place }) => place,
    });
    return { ...page, refusals: all.reduce((sum, { count }) => sum + count, 0) };
  },
});

export const refusalsExport = defineListing({
  id: 'sources.refusals',
  title: 'Refused webhooks',
  one: 'reason of an hour',
  filter: refusalShape,
});

export const exportRefusals = query({
  name: 'sources.refusals-export',
  permission: seeSources,
  input: listPageShape(refusalShape, placeShape),
  run: async (ctx, { filter, after, limit }) => behind(await refused(ctx, filter), after).slice(0, limit),
});

type PlacedRefusal = RefusalLine & { readonly place: Place };

async function refused(
  { scope, now }: QueryContext,
  { since }: RefusalFilter,
): Promise<readonly PlacedRefusal[]> {
  const from = new Date(now.getTime() - (since === 'day' ? 1 : 30) * dayMs);
  const names = new Map((await listSources(scope)).map(({ id, name }) => [id, name]));
  const rows = await listRefusals(scope, from);
  return rows.map((row, n) => ({
    ...row,
    from: row.source === '' ? null : (names.get(row.source) ?? 'a removed source'),
    place: [Math.floor(row.hour.getTime() / hourMs), rows.length - n],
  }));
}

function behind(all: readonly PlacedRefusal[], after: Place | null): readonly PlacedRefusal[] {
  if (!after) return all;
  return all.filter(({ place: [hour, n] }) => hour < after[0] || (hour === after[0] && n < after[1]));
}

const refusalColumns: Readonly<Record<string, (row: PlacedRefusal) => Cell>> = {
  Hour: ({ hour }) => hour.toISOString(),
  Source: ({ from }) => from ?? 'nobody’s address',
  Reason: ({ reason }) => reason,
  Refused: ({ count }) => count,
};

export const wholeRefusals = lists(refusalsExport, {
  page: exportRefusals,
  placeOf: ({ place }) => place,
  columns: refusalColumns,
});
