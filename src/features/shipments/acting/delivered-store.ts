import type { Scope } from '../../../core/runtime/database.ts';
import { reads } from '../../../db/scope.ts';

export interface DeliveredShipment {
  readonly id: string;
  readonly tracking: string;
  readonly deliveredAt: Date;
}

/** Those of these shipments that are with their customer. */
export async function readDelivered(
  scope: Scope,
  ids: readonly string[],
): Promise<readonly DeliveredShipment[]> {
  if (ids.length === 0) return [];
  return await reads(scope).$queryRaw<DeliveredShipment[]>`
    SELECT s.id, s.tracking, s.delivered_at AS "deliveredAt" FROM shipment s
    WHERE s.workspace_id = ${scope.workspaceId}::uuid AND s.id = ANY(${[...ids]}::uuid[]) AND s.delivered_at IS NOT NULL
    ORDER BY s.id`;
}
