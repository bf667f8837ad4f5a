import type { Scope } from '../../core/runtime/database.ts';
import { reads } from '../../db/scope.ts';
import type { OrderCard, OrderCardLine, OrderHit } from './rules.ts';

const shownLines = 10;

/** Orders whose number has one of these keys, in any channel; the latest first. */
export async function ordersNumbered(
  scope: Scope,
  keys: readonly string[],
  limit: number,
): Promise<readonly OrderHit[]> {
  return await reads(scope).$queryRaw<OrderHit[]>`
    SELECT id, number, channel, kind, stage, placed_at AS "placedAt" FROM "order"
    WHERE workspace_id = ${scope.workspaceId}::uuid AND number_key = ANY(${keys}::text[])
    ORDER BY placed_at DESC, id LIMIT ${limit}::int`;
}

/** Orders whose number begins with `key`; the latest first. */
export async function ordersBeginning(
  scope: Scope,
  key: string,
  limit: number,
): Promise<readonly OrderHit[]> {
  const prefix = `${key.replace(/[\\%_]/g, '\\$&')}%`;
  return await reads(scope).$queryRaw<OrderHit[]>`
    SELECT id, number, channel, kind, stage, placed_at AS "placedAt" FROM "order"
    WHERE workspace_id = ${scope.workspaceId}::uuid AND number_key LIKE ${prefix}
    ORDER BY placed_at DESC, id LIMIT ${limit}::int`;
}

export async function orderStages(
  scope: Scope,
  ids: readonly string[],
): Promise<readonly Pick<OrderCard, 'id' | 'stage' | 'onHold'>[]> {
  return await reads(scope).$queryRaw<Pick<OrderCard, 'id' | 'stage' | 'onHold'>[]>`
    SELECT id, stage, on_hold AS "onHold" FROM "order"
    WHERE workspace_id = ${scope.workspaceId}::uuid AND id = ANY(${ids}::uuid[])`;
}

export async function orderCard(scope: Scope, id: string): Promise<OrderCard | null> {
  const [order] = await reads(scope).$queryRaw<Omit<OrderCard, 'lines' | 'lineCount' | 'valueMinor'>[]>`
    SELECT id, number, channel, kind, stage, currency, ship_to_country AS "shipToCountry", placed_at AS "placedAt",
      paid_at AS "paidAt", allocated_at AS "allocatedAt", picked_at AS "pickedAt", packed_at AS "packedAt",
      labelled_at AS "labelledAt", handed_over_at AS "handedOverAt", delivered_at AS "deliveredAt", returned_at AS "returnedAt", cancelled_at AS "cancelledAt",
      on_hold AS "onHold", ship_by AS "shipBy", promised_by AS "promisedBy", source, updated_at AS "updatedAt"
    FROM "order" WHERE workspace_id = ${scope.workspaceId}::uuid AND id = ${id}::uuid`;
  if (!order) return null;
  const lines = await reads(scope).$queryRaw<(OrderCardLine & { lineCount: number; valueMinor: bigint })[]>`
    SELECT code, title, greatest(ordered, refunded) AS pieces, unit_price_minor AS "unitPriceMinor", (count(*) OVER ())::int AS "lineCount",
      (sum(greatest(ordered, refunded) * unit_price_minor) OVER ())::bigint AS "valueMinor"
    FROM order_line WHERE workspace_id = ${scope.workspaceId}::uuid AND order_id = ${id}::uuid
    ORDER BY ordinal LIMIT ${shownLines}::int`;
  const [first] = lines;
  return { ...order, lines, lineCount: first?.lineCount ?? 0, valueMinor: first?.valueMinor ?? 0n };
}
