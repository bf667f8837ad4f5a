import type { Scope, Tx } from '../../../core/runtime/database.ts';
import { nextNumber } from '../../../db/counter.ts';
import { Prisma } from '../../../db/generated/client.ts';
import { reads, writes } from '../../../db/scope.ts';
import { type Feed, type FeedKey, keyOf } from './model.ts';

const columns = Prisma.sql`
  f.id, f.number, f.kind, f.source, f.location, f.last_heard_at AS "lastHeardAt", f.covers_until AS "coversUntil",
  f.silent_since AS "silentSince", f.watched, f.min_gap AS "minGap", f.last_failed_at AS "lastFailedAt",
  f.last_failure AS "lastFailure", f.written_at AS "writtenAt"`;

export async function listFeeds(scope: Scope): Promise<readonly Feed[]> {
  return await reads(scope).$queryRaw<Feed[]>`
    SELECT ${columns} FROM feed f WHERE f.workspace_id = ${scope.workspaceId}::uuid ORDER BY f.number`;
}

export async function findFeed(scope: Scope, id: string): Promise<Feed | null> {
  const [feed] = await reads(scope).$queryRaw<Feed[]>`
    SELECT ${columns} FROM feed f WHERE f.workspace_id = ${scope.workspaceId}::uuid AND f.id = ${id}::uuid`;
  return feed ?? null;
}

/** The feeds with these keys, by their key. */
export async function feedsByKey(scope: Scope, keys: readonly FeedKey[]): Promise<ReadonlyMap<string, Feed>> {
  const feeds = await reads(scope).$queryRaw<Feed[]>`
    SELECT ${columns} FROM feed f
    JOIN UNNEST(${keys.map((k) => k.kind)}::text[], ${keys.map((k) => k.source)}::text[],
      ${keys.map((k) => k.location)}::text[]) AS k (kind, source, location)
      ON f.kind = k.kind AND f.source = k.source AND f.location = k.location
    WHERE f.workspace_id = ${scope.workspaceId}::uuid`;
  return new Map(feeds.map((feed) => [keyOf(feed), feed]));
}

/** Adds a feed that was heard for the first time. False: another transaction was first; it is waited for. */
export async function addFeed(tx: Tx, key: FeedKey & { readonly id: string }, at: Date): Promise<boolean> {
  const number = await nextNumber(tx, 'feed');
  const added = await writes(tx).$executeRaw`
    INSERT INTO feed (workspace_id, id, number, kind, source, location, created_at, last_heard_at, written_at)
    VALUES (${tx.workspaceId}::uuid, ${key.id}::uuid, ${number}, ${key.kind}, ${key.source}, ${key.location}, ${at},
      ${at}, ${at})
    ON CONFLICT (workspace_id, kind, location, source) DO NOTHING`;
  return added === 1;
}

/** Locks those of these feeds that nobody else has locked: who brings news waits for nobody. By id. */
export async function holdFreeFeeds(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, Feed>> {
  if (ids.length === 0) return new Map();
  const feeds = await writes(tx).$queryRaw<Feed[]>`
    SELECT ${columns} FROM feed f WHERE f.workspace_id = ${tx.workspaceId}::uuid AND f.id = ANY(${ids}::uuid[])
    ORDER BY f.id FOR UPDATE SKIP LOCKED`;
  return new Map(feeds.map((feed) => [feed.id, feed]));
}

/** Locks a feed, after whoever has it. Null: there is none. */
export async function holdFeed(tx: Tx, id: string): Promise<Feed | null> {
  const [feed] = await writes(tx).$queryRaw<Feed[]>`
    SELECT ${columns} FROM feed f WHERE f.workspace_id = ${tx.workspaceId}::uuid AND f.id = ${id}::uuid FOR UPDATE`;
  return feed ?? null;
}

export type FeedChange = Partial<
  Pick<
    Feed,
    | 'lastHeardAt'
    | 'coversUntil'
    | 'silentSince'
    | 'watched'
    | 'minGap'
    | 'lastFailedAt'
    | 'lastFailure'
    | 'writtenAt'
  >
>;

/** Of a feed that this transaction has locked. */
export async function updateFeed(tx: Tx, id: string, change: FeedChange): Promise<void> {
  await writes(tx).feed.update({
    where: { workspaceId_id: { workspaceId: tx.workspaceId, id } },
    data: change,
  });
}
