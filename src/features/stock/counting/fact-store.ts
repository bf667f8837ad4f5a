import type { Making } from '../../../core/declare/kpi.ts';
import type { Scope, Tx } from '../../../core/runtime/database.ts';
import { dropFacts } from '../../../db/declared/facts-of.ts';
import { idsAfter } from '../../../db/declared/ids-after.ts';
import { writes } from '../../../db/scope.ts';

/** Makes the times anew during which SKUs were for sale from locations, and of these the times without any there. */
export async function makeStockFacts(tx: Tx, { generation, subjects, timeZone }: Making): Promise<void> {
  await dropFacts(tx, 'stock_time_fact', { generation, subjects });
  await writes(tx).$executeRaw`
    INSERT INTO stock_time_fact (workspace_id, generation, subject, part, label, ref, left_out, currency, location, category,
      supplier, since, until, since_day, until_day, listed, out)
    SELECT s.workspace_id, ${generation}::int, s.id::text,
      location.code || ' ' || span.what || ' ' || row_number() OVER (PARTITION BY s.id, location.id, span.what ORDER BY span.since),
      s.code || ' at ' || location.code, s.id::text, NULL, s.currency, location.code, coalesce(s.category, ''),
      coalesce(s.supplier, ''), span.since, span.until,
      (span.since AT TIME ZONE ${timeZone}::text)::date, (span.until AT TIME ZONE ${timeZone}::text)::date,
      (span.what = 'listed')::int, (span.what = 'out')::int
    FROM sku s
    CROSS JOIN LATERAL (
      SELECT l.location_id, 'listed' AS what, l.since, l.until FROM listed_span l
      WHERE l.workspace_id = s.workspace_id AND l.sku_id = s.id
      UNION ALL
      SELECT o.location_id, 'out', greatest(o.since, l.since), least(o.until, l.until)
      FROM stockout_span o JOIN listed_span l ON l.workspace_id = o.workspace_id AND l.sku_id = o.sku_id
        AND l.location_id = o.location_id AND (o.until IS NULL OR l.since < o.until) AND (l.until IS NULL OR o.since < l.until)
      WHERE o.workspace_id = s.workspace_id AND o.sku_id = s.id
    ) span
    JOIN location ON location.workspace_id = s.workspace_id AND location.id = span.location_id
    WHERE s.workspace_id = ${tx.workspaceId}::uuid AND s.id = ANY(${[...subjects]}::uuid[])
      AND (span.until IS NULL OR span.until > span.since)`;
}

/** The subjects after one, in their order. */
export async function skusAfter(
  scope: Scope,
  after: string | null,
  most: number,
): Promise<readonly string[]> {
  return await idsAfter(scope, { table: 'sku' }, after, most);
}
