import type { Tx } from '../../core/runtime/database.ts';
import { Prisma, type PrismaClient } from '../generated/client.ts';
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

/** Facts of a family in one workspace. */
export interface FactsOf {
  readonly workspaceId: string;
  readonly family: string;
}

/** Where work of these kinds is due and facts of these families are, in one statement over all workspaces. */
export async function whereWorkIsDue(
  prisma: PrismaClient,
  { kinds, families }: { readonly kinds: readonly string[]; readonly families: readonly string[] },
  now: Date,
): Promise<{ readonly work: readonly WorkOf[]; readonly facts: readonly FactsOf[] }> {
  const rows = await prisma.$queryRaw<(WorkOf & { isFacts: boolean })[]>`
    /* prepared: work.due */
    SELECT workspace.id AS "workspaceId", k.kind, false AS "isFacts"
    FROM workspace CROSS JOIN UNNEST(${kinds}::text[]) AS k (kind)
    WHERE EXISTS (SELECT 1 FROM work WHERE work.workspace_id = workspace.id AND work.kind = k.kind
      AND work.state <> 'stuck' AND work.due_at <= ${now})
    UNION ALL
    SELECT workspace.id, f.family, true FROM workspace CROSS JOIN UNNEST(${families}::text[]) AS f (family)
    WHERE EXISTS (SELECT 1 FROM fact_change c WHERE c.workspace_id = workspace.id AND c.family = f.family)
      OR NOT EXISTS (SELECT 1 FROM fact_generation b WHERE b.workspace_id = workspace.id AND b.family = f.family)
      OR EXISTS (SELECT 1 FROM fact_generation g WHERE g.workspace_id = workspace.id AND g.family = f.family
        AND (g.building IS NOT NULL OR g.sweeping))
      OR EXISTS (SELECT 1 FROM fact_fault b WHERE b.workspace_id = workspace.id AND b.family = f.family AND b.retry_at <= ${now})`;
  return {
    work: rows.filter(({ isFacts }) => !isFacts),
    facts: rows.flatMap(({ workspaceId, kind: family, isFacts }) =>
      isFacts ? [{ workspaceId, family }] : [],
    ),
  };
}

interface Candidate extends WorkRow {
  readonly ours: boolean;
}

/** Subjects with much work may fill several looks with rows that nobody else may touch. */
const mostLooks = 5;

/** The kind of work that is claimed: `apart`, only pieces whose subjects begin with the same word, its lane. */
interface Claimed {
  readonly id: string;
  readonly together: number;
  readonly apart?: boolean;
}

/**
 * Claims due work until the transaction ends, the oldest first, though no order is promised. A row is claimed by its own
 * lock and that of its subject: who has a subject has all there is about it, and others look further. What is done apart is
 * of one lane: of the next after `lane` that has some, so that one with thousands lets the others go on.
 */
export async function claimWork(
  tx: Tx,
  { id: kind, together: limit, apart = false }: Claimed,
  { now, lane }: { readonly now: Date; readonly lane: string },
): Promise<readonly WorkRow[]> {
  const { workspaceId } = tx;
  const inOtherHands = new Set<string>();
  for (let look = 0; look < mostLooks; look += 1) {
    const due = Prisma.sql`workspace_id = ${workspaceId}::uuid AND kind = ${kind} AND state <> 'stuck' AND due_at <= ${now}
      AND subject <> ALL(${[...inOtherHands]}::text[])`;
    const ours = Prisma.sql`pg_try_advisory_xact_lock(hashtextextended(${`${workspaceId} ${kind} `}::text || subject, 0))`;
    const found = apart
      ? await writes(tx).$queryRaw<Candidate[]>`
      /* prepared: work.claim-apart */
      WITH RECURSIVE lanes (lane) AS (
        (SELECT lane FROM work WHERE workspace_id = ${workspaceId}::uuid AND kind = ${kind} AND state <> 'stuck'
          ORDER BY lane LIMIT 1)
        UNION ALL
        SELECT (SELECT w.lane FROM work w WHERE w.workspace_id = ${workspaceId}::uuid AND w.kind = ${kind}
          AND w.state <> 'stuck' AND w.lane > lanes.lane ORDER BY w.lane LIMIT 1) FROM lanes WHERE lanes.lane IS NOT NULL
      ), next AS MATERIALIZED (
        SELECT one.lane FROM (SELECT lane FROM lanes WHERE lane IS NOT NULL ORDER BY lane <= ${lane}, lane) AS one
        CROSS JOIN LATERAL (
          SELECT id FROM work w WHERE w.lane = one.lane AND ${due} ORDER BY due_at, id LIMIT 1 FOR UPDATE SKIP LOCKED
        ) AS first LIMIT 1
      ), free AS MATERIALIZED (
        SELECT id, subject, data, due_at, attempts, correlation_id FROM work
        WHERE ${due} AND lane = (SELECT lane FROM next)
        ORDER BY due_at, id LIMIT ${limit} FOR UPDATE SKIP LOCKED
      ), held AS MATERIALIZED (SELECT subject, ${ours} AS ours FROM (SELECT DISTINCT subject FROM free) AS one)
      SELECT id, subject, data, due_at AS "dueAt", attempts, correlation_id AS "correlationId", ours
      FROM free JOIN held USING (subject) ORDER BY due_at, id`
      : await writes(tx).$queryRaw<Candidate[]>`
      /* prepared: work.claim */
      WITH free AS MATERIALIZED (
        SELECT id, subject, data, due_at, attempts, correlation_id FROM work
        WHERE ${due} ORDER BY due_at, id LIMIT ${limit} FOR UPDATE SKIP LOCKED
      ), held AS MATERIALIZED (SELECT subject, ${ours} AS ours FROM (SELECT DISTINCT subject FROM free) AS one)
      SELECT id, subject, data, due_at AS "dueAt", attempts, correlation_id AS "correlationId", ours
      FROM free JOIN held USING (subject) ORDER BY due_at, id`;
    const mine = found.filter((row) => row.ours);
    if (mine.length > 0 || found.length === 0) return mine;
    for (const { subject } of found) inOtherHands.add(subject);
  }
  return [];
}

/** The word that the subjects of a lane begin with. */
export function laneOf({ subject }: Pick<WorkRow, 'subject'>): string {
  const end = subject.indexOf(' ');
  return end < 0 ? subject : subject.slice(0, end);
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
