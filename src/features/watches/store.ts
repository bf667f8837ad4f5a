import type { Scope, Tx } from '../../core/runtime/database.ts';
import { Prisma } from '../../db/generated/client.ts';
import { reads, writes } from '../../db/scope.ts';
import type { WatchRow } from './model.ts';

export interface NewWatch {
  readonly kind: string;
  readonly subjectId: string;
  readonly place: string;
  readonly personId: string;
  readonly state: string;
  readonly now: Date;
}

/** Begins the watch or resumes an ended one. False: it was already active. */
export async function beginWatch(tx: Tx, watch: NewWatch): Promise<boolean> {
  const begun = await writes(tx).$executeRaw`
    INSERT INTO subject_watch (workspace_id, kind, subject_id, place, person_id, told_state, created_at)
    VALUES (${tx.workspaceId}::uuid, ${watch.kind}, ${watch.subjectId}, ${watch.place}, ${watch.personId}::uuid,
      ${watch.state}, ${watch.now})
    ON CONFLICT (workspace_id, kind, subject_id, place) DO UPDATE SET ended_at = NULL, person_id = excluded.person_id,
      told_state = excluded.told_state, created_at = excluded.created_at
      WHERE subject_watch.ended_at IS NOT NULL`;
  return begun === 1;
}

/** False: it was not watched there. */
export async function endWatch(
  tx: Tx,
  kind: string,
  subjectId: string,
  place: string,
  now: Date,
): Promise<boolean> {
  const { count } = await writes(tx).subjectWatch.updateMany({
    where: { workspaceId: tx.workspaceId, kind, subjectId, place, endedAt: null },
    data: { endedAt: now },
  });
  return count === 1;
}

const columns = Prisma.sql`w.subject_id AS "subjectId", w.place, w.told_state AS "toldState", p.name AS watcher,
  w.ended_at AS "endedAt"`;
const whose = Prisma.sql`subject_watch w JOIN person p ON p.workspace_id = w.workspace_id AND p.id = w.person_id`;

/**
 * The watches of these things, in a fixed order; locked until the transaction ends, so that a crossing is announced
 * once.
 */
export async function lockWatches(
  tx: Tx,
  kind: string,
  subjectIds: readonly string[],
): Promise<readonly WatchRow[]> {
  if (subjectIds.length === 0) return [];
  return await writes(tx).$queryRaw<WatchRow[]>`
    SELECT ${columns} FROM ${whose}
    WHERE w.workspace_id = ${tx.workspaceId}::uuid AND w.kind = ${kind} AND w.subject_id = ANY(${subjectIds}::text[])
      AND w.ended_at IS NULL
    ORDER BY w.subject_id, w.place FOR UPDATE OF w`;
}

export async function noteTold(
  tx: Tx,
  kind: string,
  { subjectId, place }: WatchRow,
  toldState: string,
): Promise<void> {
  await writes(tx).subjectWatch.updateMany({
    where: { workspaceId: tx.workspaceId, kind, subjectId, place },
    data: { toldState },
  });
}

export async function findWatch(
  scope: Scope,
  kind: string,
  subjectId: string,
  place: string,
): Promise<WatchRow | null> {
  const [row] = await reads(scope).$queryRaw<WatchRow[]>`
    SELECT ${columns} FROM ${whose}
    WHERE w.workspace_id = ${scope.workspaceId}::uuid AND w.kind = ${kind} AND w.subject_id = ${subjectId}
      AND w.place = ${place}`;
  return row ?? null;
}

/** The watches at these places, newest first. */
export async function listWatches(
  scope: Scope,
  kind: string,
  places: readonly string[],
  limit: number,
): Promise<readonly WatchRow[]> {
  return await reads(scope).$queryRaw<WatchRow[]>`
    SELECT ${columns} FROM ${whose}
    WHERE w.workspace_id = ${scope.workspaceId}::uuid AND w.kind = ${kind} AND w.place = ANY(${places}::text[])
      AND w.ended_at IS NULL
    ORDER BY w.created_at DESC, w.subject_id LIMIT ${limit}`;
}

export async function countWatches(scope: Scope, kind: string, places: readonly string[]): Promise<number> {
  return await reads(scope).subjectWatch.count({
    where: { workspaceId: scope.workspaceId, kind, place: { in: [...places] }, endedAt: null },
  });
}

/** The ids of all things of a kind that somebody watches. */
export async function watchedIds(scope: Scope, kind: string): Promise<readonly string[]> {
  const rows = await reads(scope).subjectWatch.findMany({
    where: { workspaceId: scope.workspaceId, kind, endedAt: null },
    distinct: ['subjectId'],
    select: { subjectId: true },
  });
  return rows.map(({ subjectId }) => subjectId);
}
