import type { Scope, Tx } from '../../../core/runtime/database.ts';
import type { Failure } from '../../../core/runtime/failures.ts';
import { reads, writes } from '../../../db/scope.ts';

interface Breaking extends Failure {
  readonly error: string;
  readonly now: Date;
  /** A part that worked again and failed after this moment still counts as the same trouble. */
  readonly quietSince: Date;
}

/** Marks the part as broken. Returns since when: now, unless it was already broken. */
export async function markBroken(
  tx: Tx,
  { part, reference, error, now, quietSince }: Breaking,
): Promise<Date> {
  const [row] = await writes(tx).$queryRaw<{ since: Date }[]>`
    INSERT INTO broken_part AS known (workspace_id, part, reference, error, since, failed_at)
    VALUES (${tx.workspaceId}::uuid, ${part}, ${reference}, ${error}, ${now}, ${now})
    ON CONFLICT (workspace_id, part) DO UPDATE SET error = excluded.error, failed_at = excluded.failed_at, worked_at = NULL,
      since = CASE WHEN known.worked_at IS NOT NULL AND known.failed_at < ${quietSince} THEN excluded.since ELSE known.since END,
      reference = CASE WHEN known.worked_at IS NOT NULL AND known.failed_at < ${quietSince} THEN excluded.reference
        ELSE known.reference END
    RETURNING since`;
  return row?.since ?? now;
}

export async function markWorking(tx: Tx, part: string, now: Date): Promise<boolean> {
  const { count } = await writes(tx).brokenPart.updateMany({
    where: { workspaceId: tx.workspaceId, part, workedAt: null },
    data: { workedAt: now },
  });
  return count > 0;
}

export async function listBroken(scope: Scope): Promise<readonly (Failure & { readonly failedAt: Date })[]> {
  return await reads(scope).brokenPart.findMany({
    where: { workspaceId: scope.workspaceId, workedAt: null },
    select: { part: true, reference: true, failedAt: true },
  });
}
