import type { Tx } from '../core/runtime/database.ts';
import { Prisma } from '../db/generated/client.ts';
import { writes } from '../db/scope.ts';
import { type CaseTable, caseTables } from './model.ts';

const tables: Readonly<Record<CaseTable, Prisma.Sql>> = {
  approval: Prisma.sql`approval`,
  issue: Prisma.sql`issue`,
};

export interface CaseRow {
  readonly table: CaseTable;
  readonly id: string;
}

/**
 * Holds rows until the transaction ends: of two people who press at once the second sees what the first did. Always
 * table by table and by id, or two transactions that hold the same rows would wait for each other for ever.
 */
export async function holdRows(tx: Tx, rows: readonly CaseRow[]): Promise<void> {
  for (const table of caseTables) {
    const ids = rows.filter((row) => row.table === table).map(({ id }) => id);
    if (ids.length === 0) continue;
    await writes(tx).$queryRaw`
      SELECT id FROM ${tables[table]} WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ANY(${ids}::uuid[])
      ORDER BY id FOR UPDATE`;
  }
}

/** The same for one row, without waiting. False: another transaction has it in hand, or there is none. */
export async function holdRowIfFree(tx: Tx, { table, id }: CaseRow): Promise<boolean> {
  const free = await writes(tx).$queryRaw<{ id: string }[]>`
    SELECT id FROM ${tables[table]} WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ${id}::uuid
    FOR UPDATE SKIP LOCKED`;
  return free.length > 0;
}
