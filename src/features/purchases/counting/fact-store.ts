import type { Making } from '../../../core/declare/kpi.ts';
import type { Scope, Tx } from '../../../core/runtime/database.ts';
import { dropFacts } from '../../../db/declared/facts-of.ts';
import { Prisma } from '../../../db/generated/client.ts';
import { reads, writes } from '../../../db/scope.ts';
import { noticeIn, noticePrefix } from '../facts-model.ts';

/** Earlier than so many days before its promise is outside the window (KPIS.md, inbound_window). */
const windowDays = 7;

/** Makes the facts of purchase orders and shipment notices anew. */
export async function makeInboundFacts(tx: Tx, { generation, subjects }: Making): Promise<void> {
  const notices = subjects.flatMap((subject) => noticeIn(subject) ?? []);
  const orders = subjects.filter((subject) => noticeIn(subject) === null);
  await dropFacts(tx, 'inbound_fact', { generation, subjects });
  await writes(tx).$executeRaw`
    INSERT INTO inbound_fact (workspace_id, generation, subject, part, label, ref, left_out, currency, supplier, mode, country,
      promise_day, delivered_day, lines, lines_kept, lines_in_window, lines_open, orders, orders_kept, orders_open, notices,
      notices_kept, notices_open, lead_days, lead_fault, lead_told)
    WITH told AS (
      SELECT l.*, l.promised_on IS NOT NULL AND NOT l.cancelled AS promised,
        coalesce(l.supplier_key, '') AS named,
        l.delivered_on - l.sent_on AS days
      FROM purchase_line l WHERE l.workspace_id = ${tx.workspaceId}::uuid
        AND (l.po_key = ANY(${orders}::text[]) OR l.notice = ANY(${notices}::text[]))
    )
    SELECT workspace_id, ${generation}::int, po_key, 'line ' || id, po || ', line ' || substr(line_key, length(po_key) + 2), id::text,
      CASE WHEN cancelled THEN 'cancelled' END, '', named, coalesce(mode, ''), coalesce(country, ''), promised_on, delivered_on,
      (promised AND delivered_on IS NOT NULL)::int, coalesce(promised AND delivered_on <= promised_on, false)::int,
      coalesce(promised AND delivered_on BETWEEN promised_on - ${windowDays}::int AND promised_on, false)::int,
      (promised AND delivered_on IS NULL)::int, 0, 0, 0, 0, 0, 0,
      CASE WHEN NOT cancelled AND days >= 0 THEN days END, coalesce(NOT cancelled AND days < 0, false)::int,
      CASE WHEN NOT cancelled THEN days END
    FROM told WHERE po_key = ANY(${orders}::text[])
    UNION ALL
    ${together('order', orders, generation)}
    UNION ALL
    ${together('notice', notices, generation)}`;
}

/**
 * An order, or a notice, of one source is on time when each of its promised lines kept its own promise, and counts once all of
 * them have come, for the day of the last promise.
 */
function together(what: 'order' | 'notice', keys: readonly string[], generation: number): Prisma.Sql {
  const isOrder = what === 'order';
  const by = isOrder ? Prisma.sql`po_key` : Prisma.sql`notice`;
  const done = Prisma.sql`bool_and(delivered_on IS NOT NULL)::int`;
  const kept = Prisma.sql`coalesce(bool_and(delivered_on <= promised_on), false)::int`;
  const open = Prisma.sql`(NOT bool_and(delivered_on IS NOT NULL))::int`;
  const none = Prisma.sql`0, 0, 0`;
  const figures = Prisma.sql`${done}, ${kept}, ${open}`;
  const one = (column: Prisma.Sql) =>
    Prisma.sql`CASE WHEN count(DISTINCT ${column}) > 1 THEN 'several' ELSE coalesce(max(${column}), '') END`;
  return Prisma.sql`
    SELECT workspace_id, ${generation}::int, ${isOrder ? by : Prisma.sql`${noticePrefix}::text || notice`},
      ${what}::text || ' ' || source, ${isOrder ? Prisma.sql`min(po)` : by}, min(id::text), NULL, '',
      ${one(Prisma.sql`named`)}, ${one(Prisma.sql`mode`)}, ${one(Prisma.sql`country`)}, max(promised_on), max(delivered_on),
      0, 0, 0, 0, ${isOrder ? figures : none}, ${isOrder ? none : figures}, NULL::int, 0, NULL::int
    FROM told WHERE promised AND ${by} = ANY(${[...keys]}::text[]) GROUP BY workspace_id, ${by}, source`;
}

/** Orders, then notices, after one, in their order. */
export async function inboundAfter(
  scope: Scope,
  after: string | null,
  most: number,
): Promise<readonly string[]> {
  const rows = await reads(scope).$queryRaw<{ subject: string }[]>`
    SELECT subject FROM (
      SELECT DISTINCT po_key AS subject FROM purchase_line WHERE workspace_id = ${scope.workspaceId}::uuid
      UNION
      SELECT DISTINCT ${noticePrefix}::text || notice FROM purchase_line
      WHERE workspace_id = ${scope.workspaceId}::uuid AND notice IS NOT NULL
    ) AS all_of WHERE subject COLLATE "C" > ${after ?? ''}::text COLLATE "C"
    ORDER BY subject COLLATE "C" LIMIT ${most}::int`;
  return rows.map(({ subject }) => subject);
}

/** A spelling of each supplier: the same of several, whatever was told last. */
export async function supplierNames(
  scope: Scope,
  keys: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await reads(scope).$queryRaw<{ key: string; name: string }[]>`
    SELECT k.key, one.supplier AS name FROM UNNEST(${[...keys]}::text[]) AS k (key)
    CROSS JOIN LATERAL (
      SELECT l.supplier FROM purchase_line l WHERE l.workspace_id = ${scope.workspaceId}::uuid AND l.supplier_key = k.key
        AND l.supplier IS NOT NULL ORDER BY l.supplier DESC LIMIT 1) one`;
  return new Map(rows.map(({ key, name }) => [key, name]));
}
