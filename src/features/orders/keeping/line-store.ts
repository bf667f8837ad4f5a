import type { Scope, Tx } from '../../../core/runtime/database.ts';
import { reads, writes } from '../../../db/scope.ts';
import { type LineChanges, movesOf } from '../demand/rules.ts';
import { movePieces } from '../demand/store.ts';
import type { StoredLine } from '../rules.ts';
import { byOrder } from './by-order.ts';

/** All lines of these orders by order id, in their order. */
export async function linesOf(
  scope: Scope,
  orderIds: readonly string[],
): Promise<ReadonlyMap<string, readonly StoredLine[]>> {
  const rows = await reads(scope).$queryRaw<StoredLine[]>`/* prepared: orders.lines */
    SELECT order_id AS "orderId", ordinal, line_key AS "lineKey", source_line AS "sourceLine", sku_id AS "skuId", code,
      title, kind, requires_shipping AS "requiresShipping", original_quantity AS "originalQuantity",
      due_quantity AS "dueQuantity", ordered, allocated, picked, labelled, shipped, delivered, cancelled, refunded,
      returned, open, ship_by AS "shipBy", counted, unit_price_minor AS "unitPriceMinor", placed_at AS "placedAt" FROM order_line
    WHERE workspace_id = ${scope.workspaceId}::uuid AND order_id = ANY(${orderIds}::uuid[])
    ORDER BY order_id, ordinal`;
  return byOrder(rows);
}

/** Takes lines away and writes others, and moves the demand of their days along. Nobody else writes lines. */
export async function writeLines(tx: Tx, timeZone: string, changes: LineChanges): Promise<void> {
  // First those that go: a new line may have the place or the key of one.
  await deleteLines(tx, changes.taken);
  await upsertLines(tx, changes.lines);
  await movePieces(tx, timeZone, movesOf(changes));
}

async function deleteLines(tx: Tx, lines: readonly StoredLine[]): Promise<void> {
  if (lines.length === 0) return;
  await writes(tx).$executeRaw`
    DELETE FROM order_line WHERE workspace_id = ${tx.workspaceId}::uuid AND (order_id, ordinal) IN (
      SELECT * FROM UNNEST(${lines.map((l) => l.orderId)}::uuid[], ${lines.map((l) => l.ordinal)}::int[]))`;
}

async function upsertLines(tx: Tx, lines: readonly StoredLine[]): Promise<void> {
  if (lines.length === 0) return;
  await writes(tx).$executeRaw`/* prepared: orders.write-lines */
    INSERT INTO order_line (workspace_id, order_id, ordinal, line_key, source_line, sku_id, code, title, kind, requires_shipping, original_quantity,
      due_quantity, ordered, allocated, picked, labelled, shipped, delivered, cancelled, refunded, returned, open,
      ship_by, counted, unit_price_minor, placed_at)
    SELECT ${tx.workspaceId}::uuid, told.* FROM UNNEST(
      ${lines.map((l) => l.orderId)}::uuid[], ${lines.map((l) => l.ordinal)}::int[],
      ${lines.map((l) => l.lineKey)}::text[], ${lines.map((l) => l.sourceLine)}::text[],
      ${lines.map((l) => l.skuId)}::uuid[], ${lines.map((l) => l.code)}::text[], ${lines.map((l) => l.title)}::text[],
      ${lines.map((l) => l.kind)}::text[], ${lines.map((l) => l.requiresShipping)}::boolean[],
      ${lines.map((l) => l.originalQuantity)}::int[], ${lines.map((l) => l.dueQuantity)}::int[],
      ${lines.map((l) => l.ordered)}::int[], ${lines.map((l) => l.allocated)}::int[],
      ${lines.map((l) => l.picked)}::int[], ${lines.map((l) => l.labelled)}::int[],
      ${lines.map((l) => l.shipped)}::int[], ${lines.map((l) => l.delivered)}::int[],
      ${lines.map((l) => l.cancelled)}::int[], ${lines.map((l) => l.refunded)}::int[],
      ${lines.map((l) => l.returned)}::int[], ${lines.map((l) => l.open)}::int[],
      ${lines.map((l) => l.shipBy)}::timestamptz[], ${lines.map((l) => l.counted)}::boolean[],
      ${lines.map((l) => l.unitPriceMinor)}::bigint[], ${lines.map((l) => l.placedAt)}::timestamptz[]) AS told
    ON CONFLICT (workspace_id, order_id, ordinal) DO UPDATE SET line_key = EXCLUDED.line_key, source_line = EXCLUDED.source_line, sku_id = EXCLUDED.sku_id,
      code = EXCLUDED.code, title = EXCLUDED.title, kind = EXCLUDED.kind,
      requires_shipping = EXCLUDED.requires_shipping, original_quantity = EXCLUDED.original_quantity,
      due_quantity = EXCLUDED.due_quantity, ordered = EXCLUDED.ordered, allocated = EXCLUDED.allocated,
      picked = EXCLUDED.picked, labelled = EXCLUDED.labelled, shipped = EXCLUDED.shipped,
      delivered = EXCLUDED.delivered, cancelled = EXCLUDED.cancelled, refunded = EXCLUDED.refunded,
      returned = EXCLUDED.returned, open = EXCLUDED.open, ship_by = EXCLUDED.ship_by, counted = EXCLUDED.counted,
      unit_price_minor = EXCLUDED.unit_price_minor, placed_at = EXCLUDED.placed_at`;
}
