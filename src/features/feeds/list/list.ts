import { z } from 'zod';
import { csvFile, mostInFile, readPage } from '../../../core/declare/page.ts';
import type { QueryContext } from '../../../core/runtime/context.ts';
import { query } from '../../../core/runtime/operation.ts';
import type { Cell } from '../../../core/text/csv.ts';
import { type Paged, type Place, pagedShape } from '../../../core/tokens/page.ts';
import { locations } from '../../locations/index.ts';
import { hoursOf } from '../feed/hour-store.ts';
import { type Feed, type FeedHour, historyBegins } from '../feed/model.ts';
import { hasRhythm, usualGap } from '../feed/rhythm-rules.ts';
import { merged, quantile } from '../feed/spread.ts';
import { feedStates, isLate, stateOf } from '../feed/state-rules.ts';
import { listFeeds } from '../feed/store.ts';
import { seeFeeds } from '../permissions.ts';
import {
  type FeedFilter,
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
  async run(ctx, wanted) {
    const all = await standing(ctx);
    const fits = (filter: Paged<FeedFilter>) =>
      all.filter((one) => (filter.show === 'all' || isLate(one.state)) && isAfter(one, filter.after));
    const page = await readPage<StandingFeed, FeedFilter>(wanted, {
      size: pageSize,
      // A shop has some dozens: they are read at once.
      read: async (filter, limit) => fits(filter).slice(0, limit),
      count: async (filter) => fits(filter).length,
      placeOf,
    });
    return { ...page, rows: await detailed(ctx, page.rows) };
  },
});

/** All of them as CSV; moments in UTC. */
export const exportFeeds = query({
  name: 'feeds.export',
  permission: seeFeeds,
  input: z.object({ filter: filterShape }),
  async run(ctx, { filter }) {
    const all = (await standing(ctx)).filter(({ state }) => filter.show === 'all' || isLate(state));
    return csvFile(columns, await detailed(ctx, all.slice(0, mostInFile)));
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

function isAfter(one: StandingFeed, after: Place | null): boolean {
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
