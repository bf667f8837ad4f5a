import type { Tx } from '../../src/core/runtime/database.ts';
import { Prisma } from '../../src/db/generated/client.ts';
import { writes } from '../../src/db/scope.ts';
import { idOf, type SeedPlan } from './sql.ts';

/**
 * Kind, source and location; every how many minutes it comes, and how long before the end of the year it came last.
 * Rotterdam has been silent since the afternoon before: its numbers are old.
 */
const feeds = [
  ['levels', 'WMS', 'HAM', 15, 0],
  ['levels', '3PL', 'ROT', 30, 460],
  ['levels', 'tills', 'NYC', 60, 0],
  ['levels', 'Amazon FBA', 'AMZ', 60, 0],
  ['orders', 'shopify', '', 5, 0],
  ['orders', 'amazon', '', 15, 0],
  ['orders', 'store', '', 60, 0],
  ['products', 'ERP', '', 1_440, 0],
  ['shipments', 'EasyPost', '', 15, 0],
  ['purchases', 'ERP', '', 1_440, 0],
] as const;

const days = 28;

/** Where the shop's data has come from for four weeks. */
export async function seedFeeds(tx: Tx, { now }: SeedPlan): Promise<void> {
  const client = writes(tx);
  await client.$executeRaw`
    INSERT INTO feed (workspace_id, id, number, kind, source, location, created_at, last_heard_at, covers_until, written_at)
    SELECT ${tx.workspaceId}::uuid, ${idOf(tx.workspaceId, Prisma.sql`'feed:' || n`)}, n, f.kind, source, coalesce(l.id::text, ''),
      ${now}::timestamptz - interval '1 year', heard, heard, heard
    FROM UNNEST(${feeds.map(([kind]) => kind)}::text[], ${feeds.map(([, source]) => source)}::text[],
      ${feeds.map(([, , location]) => location)}::text[], ${feeds.map(([, , , , ago]) => ago)}::int[])
      WITH ORDINALITY AS f (kind, source, location, ago, n)
    CROSS JOIN LATERAL (SELECT ${now}::timestamptz - make_interval(mins => ago) AS heard) AS h
    LEFT JOIN location l ON l.workspace_id = ${tx.workspaceId}::uuid AND l.code = f.location`;
  await client.$executeRaw`
    INSERT INTO counter (workspace_id, series, value) VALUES (${tx.workspaceId}::uuid, 'feed', ${feeds.length})`;
  await heardFrom(tx, new Date(now.getTime() - days * 86_400_000));
}

/**
 * The morning goes on: all but Rotterdam were heard minutes ago. Their next silence is waited for once something comes, so
 * a sample that is left alone complains of nothing.
 */
export async function hearMorning(tx: Tx, now: Date): Promise<void> {
  const client = writes(tx);
  const [before] = await client.$queryRaw<{ at: Date }[]>`
    SELECT max(last_heard_at) AS at FROM feed WHERE workspace_id = ${tx.workspaceId}::uuid AND number <= ${feeds.length}`;
  if (!before || before.at > now) return;
  const rhythms = Prisma.sql`UNNEST(${feeds.map(([, , , every]) => every)}::int[], ${feeds.map(([, , , , ago]) => ago)}::int[])
    WITH ORDINALITY AS r (every, ago, n)`;
  await client.$executeRaw`
    UPDATE feed SET last_heard_at = heard, covers_until = heard - interval '40 seconds', written_at = heard
    FROM ${rhythms}
    CROSS JOIN LATERAL (SELECT ${now}::timestamptz - make_interval(mins => 1 + least(every, 60) / 4) AS heard) AS h
    WHERE feed.workspace_id = ${tx.workspaceId}::uuid AND feed.number = n AND ago = 0 AND every < 1440
      AND feed.last_heard_at < heard`;
  await heardFrom(tx, before.at);
}

/** The feed whose silence the morning tells of. */
export async function silentFeed(tx: Tx): Promise<string> {
  const number = 1 + feeds.findIndex(([, , location]) => location === 'ROT');
  const { workspaceId } = tx;
  const { id } = await writes(tx).feed.findUniqueOrThrow({
    where: { workspaceId_number: { workspaceId, number } },
    select: { id: true },
  });
  return id;
}

/** What came from the hour of this moment on until each was heard last. */
async function heardFrom(tx: Tx, from: Date): Promise<void> {
  await writes(tx).$executeRaw`
    INSERT INTO feed_hour (workspace_id, feed_id, hour, arrivals, failures, gaps, longest_gap, lags)
    SELECT f.workspace_id, f.id, hour, many, 0, jsonb_build_object((every * 60)::text, many), every * 60,
      jsonb_build_object('40', many, '125', 1)
    FROM UNNEST(${feeds.map(([, , , every]) => every)}::int[]) WITH ORDINALITY AS r (every, n)
    JOIN feed f ON f.workspace_id = ${tx.workspaceId}::uuid AND f.number = n
    CROSS JOIN LATERAL generate_series(date_trunc('hour', ${from}::timestamptz), f.last_heard_at, interval '1 hour') AS hour
    CROSS JOIN LATERAL (SELECT greatest(1, 60 / every) AS many) AS m
    WHERE every < 1440 OR extract(hour FROM hour AT TIME ZONE 'UTC') = 4
    ON CONFLICT (workspace_id, feed_id, hour) DO NOTHING`;
}
