import type { Scope, Tx } from '../core/runtime/database.ts';
import { reads, writes } from './scope.ts';

export interface DueRow {
  readonly kind: string;
  readonly subject: string;
  readonly dueAt: Date;
  readonly attempts: number;
  readonly correlationId: string;
}

export interface DueKey {
  readonly kind: string;
  readonly subject: string;
}

/**
 * Claims the oldest due rows of these kinds, skipping rows claimed by others. An operation that moves one of them in
 * the meantime waits for us and then overwrites our result.
 */
export async function claimDue(
  tx: Tx,
  kinds: readonly string[],
  now: Date,
  limit: number,
): Promise<readonly DueRow[]> {
  return await writes(tx).$queryRaw<DueRow[]>`
    /* prepared: due.claim */
    SELECT kind, subject, due_at AS "dueAt", attempts, correlation_id AS "correlationId" FROM due_work
    WHERE workspace_id = ${tx.workspaceId}::uuid AND due_at <= ${now} AND NOT set_aside AND kind = ANY(${kinds}::text[])
    ORDER BY due_at LIMIT ${limit} FOR UPDATE SKIP LOCKED`;
}

/** Claims one row, if it is still due at the same moment. Null: it was moved, or another process has it. */
export async function claimOneDue(tx: Tx, { kind, subject, dueAt }: DueRow): Promise<DueRow | null> {
  const [row] = await writes(tx).$queryRaw<DueRow[]>`
    SELECT kind, subject, due_at AS "dueAt", attempts, correlation_id AS "correlationId" FROM due_work
    WHERE workspace_id = ${tx.workspaceId}::uuid AND kind = ${kind} AND subject = ${subject} AND due_at = ${dueAt}
      AND NOT set_aside
    FOR UPDATE SKIP LOCKED`;
  return row ?? null;
}

/** Removes rows from the list, or moves them to their next moment. */
export async function moveDueOn(
  tx: Tx,
  rows: readonly (DueKey & { readonly next: Date | null })[],
): Promise<void> {
  const again = rows.filter(({ next }) => next !== null);
  const over = rows.filter(({ next }) => next === null);
  if (again.length > 0) {
    await writes(tx).$executeRaw`
      /* prepared: due.move */
      UPDATE due_work SET due_at = d.next, attempts = 0, error = NULL
      FROM UNNEST(${again.map((d) => d.kind)}::text[], ${again.map((d) => d.subject)}::text[],
        ${again.map((d) => d.next)}::timestamptz[]) AS d (kind, subject, next)
      WHERE due_work.workspace_id = ${tx.workspaceId}::uuid AND due_work.kind = d.kind AND due_work.subject = d.subject`;
  }
  if (over.length > 0) {
    await writes(tx).$executeRaw`
      /* prepared: due.end */
      DELETE FROM due_work USING UNNEST(${over.map((d) => d.kind)}::text[], ${over.map((d) => d.subject)}::text[])
        AS d (kind, subject)
      WHERE due_work.workspace_id = ${tx.workspaceId}::uuid AND due_work.kind = d.kind AND due_work.subject = d.subject`;
  }
}

/** Records a failure; `next` is the time of the retry, or null to set the work aside until somebody retries it. */
export async function noteDueFailure(
  tx: Tx,
  { kind, subject, attempts }: DueRow,
  failure: { readonly error: string; readonly next: Date | null },
): Promise<void> {
  const key = { workspaceId: tx.workspaceId, kind, subject };
  await writes(tx).dueWork.update({
    where: { workspaceId_kind_subject: key },
    data: {
      attempts: attempts + 1,
      error: failure.error,
      setAside: failure.next === null,
      ...(failure.next && { dueAt: failure.next }),
    },
  });
}

/** Sets aside work of unknown kinds that has been due since before `since`. */
export async function setUnknownAside(
  tx: Tx,
  known: readonly string[],
  since: Date,
): Promise<readonly DueKey[]> {
  return await writes(tx).$queryRaw<DueKey[]>`
    UPDATE due_work SET set_aside = true, error = 'no feature knows ' || kind
    WHERE workspace_id = ${tx.workspaceId}::uuid AND due_at <= ${since} AND NOT set_aside AND NOT kind = ANY(${known}::text[])
    RETURNING kind, subject`;
}

/** Whether any work is due; cheaper than a transaction that finds none. */
export async function isAnythingDue(scope: Scope, now: Date): Promise<boolean> {
  const { workspaceId } = scope;
  return (
    (await reads(scope).dueWork.findFirst({
      where: { workspaceId, dueAt: { lte: now }, setAside: false },
    })) !== null
  );
}
