import type { Tx } from '../core/runtime/database.ts';
import type { Prisma } from '../db/generated/client.ts';
import { writes } from '../db/scope.ts';

/** The table of one kind of case, declared by the store that owns it. */
export interface CaseTable {
  /** Also the word for one of its rows, for people and in the audit log. */
  readonly name: string;
  readonly sql: Prisma.Sql;
  /**
   * A transaction that locks cases of several kinds locks lower turns first, so that two transactions cannot deadlock.
   * Approvals are 10, because their effects touch other cases; issues are 90, because
   * anything may raise one. A new kind takes a number between them.
   */
  readonly turn: number;
}

/** What each transaction has locked: the latest turn, and the rows. */
const held = new WeakMap<Tx, { table: CaseTable; readonly ids: Set<string> }>();

/**
 * Locks rows of a table, by id, until the transaction ends: of two people who press at once, the second sees the
 * first's change. Throws if the transaction already holds a case with a later turn.
 */
export async function holdRows(tx: Tx, table: CaseTable, ids: readonly string[]): Promise<void> {
  takeTurn(tx, table, ids);
  if (ids.length === 0) return;
  await writes(tx).$queryRaw`
    SELECT id FROM ${table.sql} WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ANY(${ids}::uuid[])
    ORDER BY id FOR UPDATE`;
}

/** Locks one row without waiting, so its turn does not matter. False: another transaction has it, or it does not exist. */
export async function holdRowIfFree(tx: Tx, table: CaseTable, id: string): Promise<boolean> {
  const free = await writes(tx).$queryRaw<{ id: string }[]>`
    SELECT id FROM ${table.sql} WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ${id}::uuid
    FOR UPDATE SKIP LOCKED`;
  return free.length > 0;
}

function takeTurn(tx: Tx, table: CaseTable, ids: readonly string[]): void {
  const before = held.get(tx) ?? { table, ids: new Set<string>() };
  const { table: last } = before;
  const isHeld = ids.length > 0 && ids.every((id) => before.ids.has(id));
  if (last.turn >= table.turn && last.name !== table.name) {
    // Rows that are locked already wait for nobody.
    if (isHeld) return;
    throw new Error(
      `This transaction holds a case of ${last.name}: hold ${table.name} first, or give it a later turn.`,
    );
  }
  for (const id of ids) before.ids.add(id);
  held.set(tx, { table, ids: before.ids });
}
