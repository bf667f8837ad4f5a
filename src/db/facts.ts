import type { Deferring, Tx } from '../core/runtime/database.ts';
import type { FactChange } from '../core/tokens/fact.ts';
import { writes } from './scope.ts';

/**
 * Notes whose facts changed, one row for each subject; a row that is there gets a new id. Whoever keeps the facts reads
 * rows, then makes the facts of their subjects anew, and deletes the rows with the ids that were read: what changes
 * meanwhile stays noted. The last but the messages that a transaction locks, in one order for all.
 */
export async function noteFacts(
  tx: Tx,
  facts: readonly FactChange[],
  { now, ids }: Deferring,
): Promise<void> {
  const noted = [...new Map(facts.map((one) => [`${one.family} ${one.subject}`, one])).values()];
  await writes(tx).$executeRaw`
    /* prepared: facts.note */
    INSERT INTO fact_change (workspace_id, family, subject, id, noted_at)
    SELECT ${tx.workspaceId}::uuid, f.family, f.subject, f.id, ${now}::timestamptz
    FROM UNNEST(${noted.map(({ family }) => family)}::text[], ${noted.map(({ subject }) => subject)}::text[],
      ${noted.map(() => ids.uuid(now))}::uuid[]) AS f (family, subject, id)
    ORDER BY f.family, f.subject
    ON CONFLICT (workspace_id, family, subject) DO UPDATE SET id = excluded.id, noted_at = excluded.noted_at`;
}
