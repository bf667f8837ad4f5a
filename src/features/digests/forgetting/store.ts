import type { Tx } from '../../../core/runtime/database.ts';
import { writes } from '../../../db/scope.ts';

/** Deletes editions that were asked for before a moment with all that they said, some at a time; returns how many. */
export async function forgetEditions(tx: Tx, before: Date, atOnce: number): Promise<number> {
  return await writes(tx).$executeRaw`
    WITH old AS (
      SELECT id FROM digest_edition WHERE workspace_id = ${tx.workspaceId}::uuid AND asked_at < ${before} LIMIT ${atOnce}
    ), figures AS (
      DELETE FROM digest_figure WHERE workspace_id = ${tx.workspaceId}::uuid AND edition_id IN (SELECT id FROM old)
    ), restatements AS (
      DELETE FROM digest_restatement WHERE workspace_id = ${tx.workspaceId}::uuid AND edition_id IN (SELECT id FROM old)
    )
    DELETE FROM digest_edition WHERE workspace_id = ${tx.workspaceId}::uuid AND id IN (SELECT id FROM old)`;
}
