import type { Scope, Tx } from '../../../core/runtime/database.ts';
import type { JsonObject } from '../../../core/tokens/json.ts';
import type { FeedHour as Row } from '../../../db/generated/client.ts';
import { reads, writes } from '../../../db/scope.ts';
import type { FeedHour } from './model.ts';
import { merged } from './spread.ts';

/** The hours of these feeds from `since` on, by feed, oldest first. */
export async function hoursOf(
  scope: Scope,
  feedIds: readonly string[],
  since: Date,
): Promise<ReadonlyMap<string, readonly FeedHour[]>> {
  const rows = await reads(scope).feedHour.findMany({
    where: { workspaceId: scope.workspaceId, feedId: { in: [...feedIds] }, hour: { gte: since } },
    orderBy: { hour: 'asc' },
    omit: { workspaceId: true },
  });
  return byFeed(rows);
}

/** The same for who asks of the rhythm alone: the lags of a busy feed are many. */
export async function rhythmOf(scope: Scope, feedId: string, since: Date): Promise<readonly FeedHour[]> {
  const rows = await reads(scope).feedHour.findMany({
    where: { workspaceId: scope.workspaceId, feedId, hour: { gte: since } },
    orderBy: { hour: 'asc' },
    omit: { workspaceId: true, lags: true },
  });
  return byFeed(rows.map((row) => ({ ...row, lags: {} }))).get(feedId) ?? [];
}

function byFeed(rows: readonly Omit<Row, 'workspaceId'>[]): ReadonlyMap<string, readonly FeedHour[]> {
  const hours = new Map<string, FeedHour[]>();
  for (const { feedId, ...hour } of rows) {
    const own = hours.get(feedId) ?? [];
    // Written below alone.
    own.push(hour as FeedHour);
    hours.set(feedId, own);
  }
  return hours;
}

/** Adds to what came in these hours. The transaction has locked the feed, so nobody else adds meanwhile. */
export async function addToHours(tx: Tx, feedId: string, news: readonly FeedHour[]): Promise<void> {
  const { workspaceId } = tx;
  const where = { workspaceId, feedId, hour: { in: news.map(({ hour }) => hour) } };
  const stored = new Map(
    (await writes(tx).feedHour.findMany({ where })).map((row) => [row.hour.getTime(), row]),
  );
  for (const one of news) {
    const before = stored.get(one.hour.getTime()) as FeedHour | undefined;
    const data = {
      arrivals: (before?.arrivals ?? 0) + one.arrivals,
      failures: (before?.failures ?? 0) + one.failures,
      longestGap: Math.max(before?.longestGap ?? 0, one.longestGap),
      gaps: merged(before?.gaps ?? {}, one.gaps) as JsonObject as object,
      lags: merged(before?.lags ?? {}, one.lags) as JsonObject as object,
    };
    const key = { workspaceId, feedId, hour: one.hour };
    await writes(tx).feedHour.upsert({
      where: { workspaceId_feedId_hour: key },
      create: { ...key, ...data },
      update: data,
    });
  }
}

export async function forgetHours(tx: Tx, feedId: string, before: Date): Promise<void> {
  await writes(tx).feedHour.deleteMany({
    where: { workspaceId: tx.workspaceId, feedId, hour: { lt: before } },
  });
}
