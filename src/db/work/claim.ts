import type { Tx } from '../../core/runtime/database.ts';
import type { PrismaClient } from '../generated/client.ts';
import { writes } from '../scope.ts';

export interface WorkRow {
  readonly id: string;
  readonly subject: string;
  readonly data: unknown;
  readonly dueAt: Date;
  readonly attempts: number;
  readonly correlationId: string;
}

/** Work of one kind in one workspace. */
export interface WorkOf {
  readonly workspaceId: string;
  readonly kind: string;
}

/** Where work of these kinds is due, in one statement over all workspaces. */
export async function whereWorkIsDue(
  prisma: PrismaClient,
  kinds: readonly string[],
  now: Date,
): Promise<readonly WorkOf[]> {
  return await prisma.$queryRaw<WorkOf[]>`
    /* prepared: work.due */
    SELECT workspace.id AS "workspaceId", k.kind FROM workspace CROSS JOIN UNNEST(${kinds}::text[]) AS k (kind)
    WHERE EXISTS (SELECT 1 FROM work WHERE work.workspace_id = workspace.id AND work.kind = k.kind
      AND work.state <> 'stuck' AND work.due_at <= ${now})`;
}

interface Candidate extends WorkRow {
  readonly ours: boolean;
}

/** Subjects with much work may fill several looks with rows that nobody else may touch. */
const mostLooks = 5;

/**
 * Claims due work until the transaction ends, the oldest first, though no order is promised. A row is claimed by its own
 * lock and that of its subject: who has a subject has all there is about it, and others look further. `apart`: only those
 * whose subjects begin with the same word.
 */
export async function claimWork(
  tx: Tx,
  { id: kind, together: limit, apart = false }: { id: string; together: number; apart?: boolean },
  now: Date,
): Promise<readonly WorkRow[]> {
  const { workspaceId } = tx;
  const inOtherHands = new Set<string>();
  for (let look = 0; look < mostLooks; look += 1) {
    const found = await writes(tx).$queryRaw<Candidate[]>`
      /* prepared: work.claim */
      WITH oldest AS MATERIALIZED (
        SELECT split_part(subject, ' ', 1) AS word FROM work
        WHERE ${apart} AND workspace_id = ${workspaceId}::uuid AND kind = ${kind} AND state <> 'stuck' AND due_at <= ${now}
          AND subject <> ALL(${[...inOtherHands]}::text[])
        ORDER BY due_at, id LIMIT 1 FOR UPDATE SKIP LOCKED
      ), free AS MATERIALIZED (
        SELECT id, subject, data, due_at, attempts, correlation_id FROM work
        WHERE workspace_id = ${workspaceId}::uuid AND kind = ${kind} AND state <> 'stuck' AND due_at <= ${now}
          AND subject <> ALL(${[...inOtherHands]}::text[])
          AND (NOT ${apart} OR split_part(subject, ' ', 1) = (SELECT word FROM oldest))
        ORDER BY due_at, id LIMIT ${limit} FOR UPDATE SKIP LOCKED
      ), held AS MATERIALIZED (
        SELECT subject, pg_try_advisory_xact_lock(hashtextextended(${`${workspaceId} ${kind} `}::text || subject, 0)) AS ours
        FROM (SELECT DISTINCT subject FROM free) AS one
      )
      SELECT id, subject, data, due_at AS "dueAt", attempts, correlation_id AS "correlationId", ours
      FROM free JOIN held USING (subject) ORDER BY due_at, id`;
    const mine = found.filter(({ ours }) => ours);
    if (mine.length > 0 || found.length === 0) return mine;
    for (const { subject } of found) inOtherHands.add(subject);
  }
  return [];
}

/** Claims one row, if it is still due at the same moment. Null: it was done or tried since, or is in another hand. */
export async function claimOneWork(
  tx: Tx,
  kind: string,
  { id, subject, dueAt }: WorkRow,
): Promise<WorkRow | null> {
  const [row] = await writes(tx).$queryRaw<WorkRow[]>`
    SELECT id, subject, data, due_at AS "dueAt", attempts, correlation_id AS "correlationId" FROM work
    WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ${id}::uuid AND state <> 'stuck' AND due_at = ${dueAt}
      AND pg_try_advisory_xact_lock(hashtextextended(${`${tx.workspaceId} ${kind} ${subject}`}::text, 0))
    FOR UPDATE SKIP LOCKED`;
  return row ?? null;
}
