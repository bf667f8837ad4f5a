import { z } from 'zod';
import { lists } from '../../../core/declare/lists/listing.ts';
import { pageOf } from '../../../core/declare/lists/page.ts';
import type { QueryContext } from '../../../core/runtime/context.ts';
import { query } from '../../../core/runtime/operation.ts';
import type { Cell } from '../../../core/text/csv.ts';
import { defineListing, listPageShape } from '../../../core/tokens/listing.ts';
import { type Paged, type Place, pagedShape, placeShape } from '../../../core/tokens/page.ts';
import { locations } from '../../locations/index.ts';
import { hoursOf } from '../feed/hour-store.ts';
import { type Feed, type FeedHour, historyBegins } from '../feed/model.ts';
import { hasRhythm, longestQuiet, usualGap } from '../feed/rhythm-rules.ts';
import { merged, quantile } from '../feed/spread.ts';
import { feedStates, isLate, stateOf } from '../feed/state-rules.ts';
import { listFeeds } from '../feed/store.ts';
import { seeFeeds } from '../permissions.ts';
import {
  type FeedFilter,
  type FeedPage,
  type ListedFeed,
  pageSize,
  type StandingFeed,
  type Standings,
  shownChoices,
} from './model.ts';

const dayMs = 86_400_000;
const filterShape = z.object({ show: z.enum(shownChoices) });

/** A page of the feeds, those first that somebody has to look after. */
export const listPage = query({
  name: 'feeds.list',
  permission: seeFeeds,
  input: pagedShape(filterShape),
  async run(ctx, wanted): Promise<FeedPage> {
    const all = await standing(ctx);
    const page = await pageOf<StandingFeed, FeedFilter>(wanted, {
      size: pageSize,
      fitting: (filter) => all.filter((one) => fits(one, filter)),
      placeOf,
    });
    const silent = all.filter(({ state }) => state === 'silent').length;
    const late = all.filter(({ state }) => isLate(state)).length;
    return { ...page, rows: await detailed(ctx, page.rows), silent, late };
  },
});

export const listExport = defineListing({
  id: 'feeds.list',
  title: 'Feeds',
  one: 'feed',
  filter: filterShape,
});

/** A page of the list as a file. */
export const exportPage = query({
  name: 'feeds.export',
  permission: seeFeeds,
  input: listPageShape(filterShape, placeShape),
  async run(ctx, { filter, after, limit }) {
    const all = (await standing(ctx)).filter((one) => fits(one, { ...filter, after }));
    return await detailed(ctx, all.slice(0, limit));
  },
});

/** Those that somebody has to look after, and how many there are. */
export const getStandings = query({
  name: 'feeds.standings',
  permission: seeFeeds,
  input: z.object({}),
  async run(ctx): Promise<Standings> {
    const all = await standing(ctx);
    return { late: all.filter(({ state }) => isLate(state)), total: all.length };
  },
});

async function standing(ctx: QueryContext): Promise<readonly StandingFeed[]> {
  const [feeds, places] = await Promise.all([listFeeds(ctx.scope), locations(ctx.scope)]);
  const known = new Map(places.map((one) => [one.id, one]));
  return feeds
    .map((feed) => {
      const location = known.get(feed.location) ?? null;
      return { feed, location: location?.name ?? null, state: stateOf(feed, location, ctx.now) };
    })
    .toSorted((a, b) => compare(placeOf(a), placeOf(b)));
}

function placeOf({ feed, state }: StandingFeed): Place {
  return [feedStates.indexOf(state), feed.number];
}

function compare([rank, number]: Place, [otherRank, other]: Place): number {
  return rank - otherRank || other - number;
}

function fits(one: StandingFeed, { show, after }: Paged<FeedFilter>): boolean {
  if (show !== 'all' && !isLate(one.state)) return false;
  return after === null || compare(placeOf(one), after) > 0;
}

async function detailed(ctx: QueryContext, rows: readonly StandingFeed[]): Promise<readonly ListedFeed[]> {
  const { scope, workspace, now } = ctx;
  const hours = await hoursOf(
    scope,
    rows.map(({ feed }) => feed.id),
    historyBegins(now),
  );
  const zones = new Map((await locations(scope)).map(({ id, timeZone }) => [id, timeZone]));
  return rows.map((row) => {
    const own = hours.get(row.feed.id) ?? [];
    return { ...row, ...factsOf(row.feed, own, zones.get(row.feed.location) ?? workspace.timeZone, now) };
  });
}

function factsOf(feed: Feed, hours: readonly FeedHour[], timeZone: string, now: Date) {
  const history = { hours, timeZone };
  const since = (ms: number) => hours.filter(({ hour }) => now.getTime() - hour.getTime() < ms);
  const week = since(7 * dayMs);
  const lags = merged(...week.map(({ lags }) => lags));
  const half = quantile(lags, 0.5);
  const most = quantile(lags, 0.95);
  const failed = (some: readonly FeedHour[]) => some.reduce((sum, { failures }) => sum + failures, 0);
  return {
    usual: hasRhythm(history, feed.lastHeardAt) ? usualGap(history, feed.lastHeardAt) : null,
    mostQuiet: hasRhythm(history, feed.lastHeardAt) ? longestQuiet({ ...feed, ...history }) : null,
    lag: half === null || most === null ? null : { half, most },
    failures: { day: failed(since(dayMs)), week: failed(week) },
  };
}

const columns: Readonly<Record<string, (row: ListedFeed) => Cell>> = {
  Number: ({ feed }) => feed.number,
  State: ({ state }) => state,
  Kind: ({ feed }) => feed.kind,
  Source: ({ feed }) => feed.source,
  Location: ({ location }) => location,
  'Last heard': ({ feed }) => feed.lastHeardAt.toISOString(),
  'Complete until': ({ feed }) => feed.coversUntil?.toISOString() ?? null,
  'Silent since': ({ feed }) => feed.silentSince?.toISOString() ?? null,
  'Usual gap in seconds': ({ usual }) => usual,
  'Lag p50 in seconds': ({ lag }) => lag?.half ?? null,
  'Lag p95 in seconds': ({ lag }) => lag?.most ?? null,
  'Failures in 24 hours': ({ failures }) => failures.day,
  'Failures in 7 days': ({ failures }) => failures.week,
  'Last failed': ({ feed }) => feed.lastFailedAt?.toISOString() ?? null,
  'Why it failed': ({ feed }) => feed.lastFailure,
  Watched: ({ feed }) => (feed.watched ? 'yes' : 'no'),
  'Smallest gap in minutes': ({ feed }) => feed.minGap,
};

export const wholeList = lists(listExport, { page: exportPage, placeOf, columns });
