import type { Scope } from '../../../core/runtime/database.ts';
import { reads } from '../../../db/scope.ts';

/** Other suppliers that have delivered a SKU: how often, when last, and in how many days usually. */
interface OtherSupplier {
  readonly supplier: string;
  readonly deliveries: number;
  readonly lastOn: string;
  /** The median of the days from sending the order; null: not known. */
  readonly leadDays: number | null;
}

export async function otherSuppliers(
  scope: Scope,
  skuId: string,
  supplierKey: string | null,
  limit: number,
): Promise<readonly OtherSupplier[]> {
  return await reads(scope).$queryRaw<OtherSupplier[]>`
    SELECT max(l.supplier) AS supplier, count(*)::int AS deliveries, max(l.delivered_on)::text AS "lastOn",
      percentile_cont(0.5) WITHIN GROUP (ORDER BY l.delivered_on - l.sent_on)
        FILTER (WHERE l.delivered_on >= l.sent_on) AS "leadDays"
    FROM purchase_line l
    WHERE l.workspace_id = ${scope.workspaceId}::uuid AND l.sku_id = ${skuId}::uuid AND l.delivered_on IS NOT NULL
      AND l.supplier_key IS NOT NULL AND l.supplier_key IS DISTINCT FROM ${supplierKey}
    GROUP BY l.supplier_key ORDER BY max(l.delivered_on) DESC, l.supplier_key LIMIT ${limit}::int`;
}
