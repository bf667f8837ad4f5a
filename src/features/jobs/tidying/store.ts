import type { Tx } from '../../../core/runtime/database.ts';
import { writes } from '../../../db/scope.ts';

/** The most rows of one statement, so that none takes long. */
export const atOnce = 2_000;

/**
 * Deletes messages of these kinds that ended before the moment; the first message of a thread stays as long as a reply
 * does.
 */
export async function forgetMessages(tx: Tx, kinds: readonly string[], before: Date): Promise<number> {
  return await writes(tx).$executeRaw`
    DELETE FROM message WHERE workspace_id = ${tx.workspaceId}::uuid AND id IN (
      SELECT id FROM message old WHERE workspace_id = ${tx.workspaceId}::uuid AND kind = ANY(${kinds}::text[])
        AND state IN ('said', 'expired', 'dropped') AND coalesce(sent_at, waiting_since) < ${before}
        AND NOT EXISTS (SELECT 1 FROM message reply WHERE reply.workspace_id = old.workspace_id
          AND (reply.thread_of = old.id OR reply.bundled_in = old.id))
      LIMIT ${atOnce})`;
}

/** Deletes records of outages; everything that measures them happens much sooner. */
export async function forgetSilences(tx: Tx, before: Date): Promise<number> {
  return await writes(tx).$executeRaw`
    DELETE FROM silence WHERE workspace_id = ${tx.workspaceId}::uuid AND (place, "from") IN (
      SELECT place, "from" FROM silence WHERE workspace_id = ${tx.workspaceId}::uuid AND until < ${before}
      LIMIT ${atOnce})`;
}

/** Of the whole database, some ten thousand rows of each table. */
export async function analyzeTables(tx: Tx): Promise<void> {
  await writes(tx).$executeRaw`ANALYZE (SKIP_LOCKED)`;
}

export async function forgetSlots(tx: Tx, before: Date): Promise<number> {
  return await writes(tx).$executeRaw`
    DELETE FROM slot WHERE workspace_id = ${tx.workspaceId}::uuid AND (schedule_id, slot_at) IN (
      SELECT schedule_id, slot_at FROM slot WHERE workspace_id = ${tx.workspaceId}::uuid AND started_at < ${before}
        AND settled_at IS NOT NULL LIMIT ${atOnce})`;
}
