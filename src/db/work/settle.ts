import type { Scope, Tx } from '../../core/runtime/database.ts';
import { reads, writes } from '../scope.ts';

export async function endWork(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await writes(tx).$executeRaw`
    /* prepared: work.end */
    DELETE FROM work WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ANY(${ids}::uuid[])`;
}

/** Sets work aside until what it lacks has arrived; at `next` it is tried in any case. */
export async function parkWork(
  tx: Tx,
  parked: readonly { readonly id: string; readonly missing: string; readonly next: Date }[],
): Promise<void> {
  if (parked.length === 0) return;
  await writes(tx).$executeRaw`
    UPDATE work SET state = 'parked', missing = p.missing, due_at = p.next, attempts = work.attempts + 1, error = NULL
    FROM UNNEST(${parked.map(({ id }) => id)}::uuid[], ${parked.map(({ missing }) => missing)}::text[],
      ${parked.map(({ next }) => next)}::timestamptz[]) AS p (id, missing, next)
    WHERE work.workspace_id = ${tx.workspaceId}::uuid AND work.id = p.id`;
}

/** Records a failure; `next` is the time of the next try, or null until somebody retries it. */
export async function noteWorkFailure(
  tx: Tx,
  id: string,
  { error, next }: { readonly error: string; readonly next: Date | null },
): Promise<void> {
  await writes(tx).work.update({
    where: { workspaceId_id: { workspaceId: tx.workspaceId, id } },
    data: {
      attempts: { increment: 1 },
      error,
      missing: null,
      state: next ? 'waiting' : 'stuck',
      ...(next && { dueAt: next }),
    },
  });
}

/** Whether there is any; cheaper than a transaction that finds none. */
export async function isUnknownWorkDue(
  scope: Scope,
  known: readonly string[],
  since: Date,
): Promise<boolean> {
  const { workspaceId } = scope;
  const where = { workspaceId, kind: { notIn: [...known] }, dueAt: { lte: since }, state: { not: 'stuck' } };
  return (await reads(scope).work.findFirst({ where })) !== null;
}

/** Work of kinds that nobody here knows, due since before `since`, waits for a person. */
export async function setUnknownWorkAside(
  tx: Tx,
  known: readonly string[],
  since: Date,
): Promise<readonly { readonly id: string; readonly kind: string }[]> {
  return await writes(tx).$queryRaw`
    UPDATE work SET state = 'stuck', error = 'no feature knows ' || kind
    WHERE workspace_id = ${tx.workspaceId}::uuid AND due_at <= ${since} AND state <> 'stuck' AND NOT kind = ANY(${known}::text[])
    RETURNING id, kind`;
}

/** Makes stuck work due now. Null: it is no longer stuck. */
export async function retryStuckWork(tx: Tx, id: string, now: Date): Promise<string | null> {
  const { count } = await writes(tx).work.updateMany({
    where: { workspaceId: tx.workspaceId, id, state: 'stuck' },
    data: { state: 'waiting', attempts: 0, error: null, dueAt: now },
  });
  return count === 1 ? id : null;
}
