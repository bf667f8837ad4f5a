import type { Scope, Tx } from '../../../core/runtime/database.ts';
import { reads, writes } from '../../../db/scope.ts';
import { type Alias, ownerKey, type SaidAlias } from './alias-rules.ts';
import type { Product } from './product-rules.ts';

type Row = Omit<Product, 'unitCost' | 'price' | 'currency'> & {
  readonly unitCostMinor: bigint | null;
  readonly priceMinor: bigint | null;
  readonly currency: string;
};

/** By their ids. */
export async function productsById(scope: Scope, ids: readonly string[]): Promise<Map<string, Product>> {
  const rows = await reads(scope).$queryRaw<Row[]>`
    SELECT id, code, code_key AS "codeKey", title, barcode, category, supplier, unit_cost_minor AS "unitCostMinor",
      price_minor AS "priceMinor", currency, reorder_point AS "reorderPoint", listed
    FROM sku WHERE workspace_id = ${scope.workspaceId}::uuid AND id = ANY(${ids}::uuid[])`;
  return new Map(
    rows.map(({ unitCostMinor, priceMinor, ...row }) => {
      const amount = (minor: bigint | null) => (minor === null ? null : { minor, currency: row.currency });
      return [row.id, { ...row, unitCost: amount(unitCostMinor), price: amount(priceMinor) }];
    }),
  );
}

/** Owners of these aliases: "channel\nKEY" → SKU id. */
export async function skusByAlias(scope: Scope, aliases: readonly SaidAlias[]): Promise<Map<string, string>> {
  if (aliases.length === 0) return new Map();
  const rows = await reads(scope).$queryRaw<{ channel: string; aliasKey: string; skuId: string }[]>`
    SELECT channel, alias_key AS "aliasKey", sku_id AS "skuId" FROM sku_alias
    WHERE workspace_id = ${scope.workspaceId}::uuid AND (alias_key, channel) IN (
      SELECT * FROM UNNEST(${aliases.map((a) => a.aliasKey)}::text[], ${aliases.map((a) => a.channel)}::text[]))`;
  return new Map(rows.map((row) => [ownerKey({ ...row, alias: '' }), row.skuId]));
}

export async function upsertProducts(
  tx: Tx,
  products: readonly Product[],
  now: Date,
  source = 'import',
): Promise<void> {
  if (products.length === 0) return;
  // A fixed order: two imports at once would deadlock.
  const rows = products.toSorted((a, b) => (a.codeKey < b.codeKey ? -1 : 1));
  await writes(tx).$executeRaw`
    INSERT INTO sku (workspace_id, id, code, code_key, title, barcode, category, supplier, unit_cost_minor, price_minor,
      currency, reorder_point, listed, source, updated_at)
    SELECT ${tx.workspaceId}::uuid, p.*, ${source}, ${now}::timestamptz FROM UNNEST(
      ${rows.map((p) => p.id)}::uuid[], ${rows.map((p) => p.code)}::text[], ${rows.map((p) => p.codeKey)}::text[],
      ${rows.map((p) => p.title)}::text[], ${rows.map((p) => p.barcode)}::text[], ${rows.map((p) => p.category)}::text[],
      ${rows.map((p) => p.supplier)}::text[], ${rows.map((p) => p.unitCost?.minor ?? null)}::bigint[],
      ${rows.map((p) => p.price?.minor ?? null)}::bigint[], ${rows.map((p) => p.currency)}::text[],
      ${rows.map((p) => p.reorderPoint)}::int[], ${rows.map((p) => p.listed)}::bool[]) AS p
    ON CONFLICT (workspace_id, code_key) DO UPDATE SET title = EXCLUDED.title, barcode = EXCLUDED.barcode,
      category = EXCLUDED.category, supplier = EXCLUDED.supplier, unit_cost_minor = EXCLUDED.unit_cost_minor,
      price_minor = EXCLUDED.price_minor, currency = EXCLUDED.currency, reorder_point = EXCLUDED.reorder_point,
      listed = EXCLUDED.listed, source = EXCLUDED.source, updated_at = EXCLUDED.updated_at`;
}

export async function insertAliases(tx: Tx, aliases: readonly Alias[]): Promise<void> {
  if (aliases.length === 0) return;
  const rows = aliases.toSorted((a, b) => (a.aliasKey < b.aliasKey ? -1 : 1));
  await writes(tx).$executeRaw`
    INSERT INTO sku_alias (workspace_id, channel, alias_key, sku_id, alias)
    SELECT ${tx.workspaceId}::uuid, a.* FROM UNNEST(
      ${rows.map((a) => a.channel)}::text[], ${rows.map((a) => a.aliasKey)}::text[],
      ${rows.map((a) => a.skuId)}::uuid[], ${rows.map((a) => a.alias)}::text[]) AS a
    ON CONFLICT (workspace_id, alias_key, channel) DO NOTHING`;
}

export async function analyzeProducts(tx: Tx): Promise<void> {
  await writes(tx).$executeRaw`ANALYZE sku, sku_alias, sku_word`;
}
