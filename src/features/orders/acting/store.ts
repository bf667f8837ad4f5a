import type { Scope, Tx } from '../../../core/runtime/database.ts';
import { reads, writes } from '../../../db/scope.ts';
import { type ActLine, ownHold } from './model.ts';

export interface ActRow {
  readonly number: string;
  readonly channel: string;
  readonly kind: string;
  readonly stage: string;
  readonly currency: string;
  readonly customerReference: string | null;
  readonly locationId: string | null;
  readonly shipBy: Date | null;
  readonly total: bigint;
  readonly refunded: bigint;
  readonly held: string | null;
  readonly heldHere: boolean;
  readonly heldThere: boolean;
  readonly promised: string | null;
  readonly deliveredAt: Date | null;
  /** The numbers of the orders that replace it, the latest first. */
  readonly replacements: readonly string[];
}

/** How an order stands; null: it does not exist. */
export async function actRow(scope: Scope, id: string): Promise<ActRow | null> {
  const { workspaceId } = scope;
  const [row] = await reads(scope).$queryRaw<ActRow[]>`
    SELECT o.number, o.channel, o.kind, o.stage, o.currency, o.customer_reference AS "customerReference",
      o.location_id AS "locationId", o.ship_by AS "shipBy", coalesce(o.total_minor, o.value_minor) AS total,
      (SELECT coalesce(sum(r.amount_minor), 0)::bigint FROM refund r
        WHERE r.workspace_id = o.workspace_id AND r.order_id = o.id) AS refunded,
      (SELECT string_agg(DISTINCT coalesce(h.reason, 'no reason given'), ', ') FROM order_hold h
        WHERE h.workspace_id = o.workspace_id AND h.order_id = o.id AND h.until IS NULL) AS held,
      EXISTS (SELECT 1 FROM order_hold h WHERE h.workspace_id = o.workspace_id AND h.order_id = o.id
        AND h.until IS NULL AND h.source = 'person' AND h.key = ${ownHold}) AS "heldHere",
      EXISTS (SELECT 1 FROM order_hold h WHERE h.workspace_id = o.workspace_id AND h.order_id = o.id
        AND h.until IS NULL AND (h.source <> 'person' OR h.key <> ${ownHold})) AS "heldThere",
      (SELECT coalesce(p."on"::text, to_char(p.at AT TIME ZONE p.zone, 'YYYY-MM-DD"T"HH24:MI')) FROM order_promise p
        WHERE p.workspace_id = o.workspace_id AND p.order_id = o.id ORDER BY p.ordinal DESC LIMIT 1) AS promised,
      o.delivered_at AS "deliveredAt",
      ARRAY(SELECT r.number FROM "order" r WHERE r.workspace_id = o.workspace_id AND r.replacement_of = o.id
        AND r.stage <> 'cancelled' ORDER BY r.placed_at DESC LIMIT 3) AS replacements
    FROM "order" o WHERE o.workspace_id = ${workspaceId}::uuid AND o.id = ${id}::uuid`;
  return row ?? null;
}

/** Money that went back to the customer from a moment on, as the shop tells it. */
export async function refundedSince(scope: Scope, id: string, since: Date): Promise<bigint> {
  const [row] = await reads(scope).$queryRaw<{ amount: bigint }[]>`
    SELECT coalesce(sum(amount_minor), 0)::bigint AS amount FROM refund
    WHERE workspace_id = ${scope.workspaceId}::uuid AND order_id = ${id}::uuid AND at >= ${since}::timestamptz`;
  return row?.amount ?? 0n;
}

/** When the latest hold of the shop that lasts began; null: the shop does not hold the order. */
export async function heldThereSince(scope: Scope, id: string): Promise<Date | null> {
  const [row] = await reads(scope).$queryRaw<{ since: Date | null }[]>`
    SELECT max("from") AS since FROM order_hold WHERE workspace_id = ${scope.workspaceId}::uuid AND order_id = ${id}::uuid
      AND until IS NULL AND (source <> 'person' OR key <> ${ownHold})`;
  return row?.since ?? null;
}

/**
 * Whether the shop has said after a moment that it holds the order, which it does. A repetition is kept without its words:
 * the first of them has these, or the rows.
 */
export async function saidHeldSince(scope: Scope, id: string, since: Date): Promise<boolean> {
  const [row] = await reads(scope).$queryRaw<{ said: boolean }[]>`
    SELECT EXISTS (SELECT FROM order_statement s
      WHERE s.workspace_id = ${scope.workspaceId}::uuid AND s.order_id = ${id}::uuid AND s.source <> 'person'
        AND s.version_at > ${since}::timestamptz AND coalesce((
          SELECT coalesce(w.said->'holds' @> '[{"held": true}]'::jsonb, false) FROM order_statement w
          WHERE w.workspace_id = s.workspace_id AND w.order_id = s.order_id AND w.hash = s.hash AND w.said IS NOT NULL
          LIMIT 1), true)) AS said`;
  return row?.said ?? false;
}

/** Holds the order until the transaction ends. */
export async function holdOrder(tx: Tx, id: string): Promise<void> {
  await writes(tx).$executeRaw`
    SELECT 1 FROM "order" WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ${id}::uuid FOR UPDATE`;
}

/** When one of us last said something of the order. */
export async function lastSaid(tx: Tx, id: string): Promise<Date | null> {
  const [row] = await writes(tx).$queryRaw<{ at: Date | null }[]>`
    SELECT max(version_at) AS at FROM order_statement
    WHERE workspace_id = ${tx.workspaceId}::uuid AND order_id = ${id}::uuid AND source = 'person'`;
  return row?.at ?? null;
}

/** The goods of an order, in its order; cancelled pieces are left out. No `keys`: all of them. */
export async function actLines(
  scope: Scope,
  id: string,
  limit: number,
  keys: readonly string[] = [],
): Promise<readonly ActLine[]> {
  return await reads(scope).$queryRaw<ActLine[]>`
    SELECT line_key AS key, code, title, greatest(ordered - cancelled, 0) AS pieces, unit_price_minor AS "unitPriceMinor"
    FROM order_line WHERE workspace_id = ${scope.workspaceId}::uuid AND order_id = ${id}::uuid AND kind = 'goods'
      AND ordered > cancelled AND (${keys.length === 0} OR line_key = ANY(${keys}::text[]))
    ORDER BY ordinal LIMIT ${limit}::int`;
}

/** Pieces, their worth, and how many have left, of some lines, or of all of an order. */
export async function worthOf(
  scope: Scope,
  id: string,
  keys: readonly string[],
): Promise<{ readonly pieces: number; readonly worth: bigint; readonly left: number }> {
  const [row] = await reads(scope).$queryRaw<{ pieces: number; worth: bigint; left: number }[]>`
    SELECT coalesce(sum(greatest(ordered - cancelled, 0)), 0)::int AS pieces,
      coalesce(sum(greatest(ordered - cancelled, 0) * unit_price_minor), 0)::bigint AS worth,
      coalesce(sum(shipped), 0)::int AS left
    FROM order_line WHERE workspace_id = ${scope.workspaceId}::uuid AND order_id = ${id}::uuid AND kind = 'goods'
      AND (${keys.length === 0} OR line_key = ANY(${keys}::text[]))`;
  return row ?? { pieces: 0, worth: 0n, left: 0 };
}
