import type { Tx } from '../../core/runtime/database.ts';
import { Prisma } from '../generated/client.ts';
import { writes } from '../scope.ts';
import { declared } from './name.ts';

/** The facts of some subjects in one generation. */
export interface FactsOf {
  readonly generation: number;
  readonly subjects: readonly string[];
}

/**
 * Whether a fact `f` is one of them, as SQL. Each subject is looked for by itself, and the planner is not told the generation:
 * of one that is being built, or of a table without statistics, it believes that there is next to nothing, and would look
 * through all of it for every few subjects.
 */
export function isFactOf(tx: Tx, table: string, { generation, subjects }: FactsOf): Prisma.Sql {
  return Prisma.sql`f.ctid = ANY(ARRAY(
    SELECT one.ctid FROM UNNEST(${[...subjects]}::text[]) AS s (subject) CROSS JOIN LATERAL (
      SELECT t.ctid FROM ${declared(table)} t
      WHERE t.workspace_id = ${tx.workspaceId}::uuid AND t.subject = s.subject AND t.generation + 0 = ${generation}::int OFFSET 0
    ) one))`;
}

/** Deletes the facts of some subjects. */
export async function dropFacts(tx: Tx, table: string, of: FactsOf): Promise<void> {
  await writes(tx).$executeRaw`
    DELETE FROM ${declared(table)} f WHERE f.workspace_id = ${tx.workspaceId}::uuid AND ${isFactOf(tx, table, of)}`;
}

/**
 * Until the transaction ends, rows are taken from indexes in their order: of facts without statistics the planner believes that
 * there are few, and would read and sort all that come after a day for the next ones of them.
 */
export async function readInOrder(tx: Tx): Promise<void> {
  await writes(tx).$queryRaw`
    SELECT set_config('enable_seqscan', 'off', true), set_config('enable_bitmapscan', 'off', true), set_config('enable_sort', 'off', true)`;
}
