import type { Scope } from '../../core/runtime/database.ts';
import { reads } from '../../db/scope.ts';

/** A channel's name for a SKU, as its key: its code, or an alias. */
export interface CodeOfChannel {
  readonly channel: string;
  readonly codeKey: string;
}

/** SKU ids by "channel\nCODE": the SKU with that code, else the one with that alias in that channel. */
export async function findSkuIds(
  scope: Scope,
  codes: readonly CodeOfChannel[],
): Promise<Map<string, string>> {
  const rows = await reads(scope).$queryRaw<{ channel: string; codeKey: string; skuId: string }[]>`
    SELECT c.channel, c.code_key AS "codeKey", coalesce(s.id, a.sku_id) AS "skuId"
    FROM UNNEST(${codes.map((c) => c.channel)}::text[], ${codes.map((c) => c.codeKey)}::text[]) AS c (channel, code_key)
    LEFT JOIN sku s ON s.workspace_id = ${scope.workspaceId}::uuid AND s.code_key = c.code_key
    LEFT JOIN sku_alias a ON a.workspace_id = ${scope.workspaceId}::uuid AND a.alias_key = c.code_key AND a.channel = c.channel
    WHERE coalesce(s.id, a.sku_id) IS NOT NULL`;
  return new Map(rows.map((row) => [`${row.channel}\n${row.codeKey}`, row.skuId]));
}

/** The codes of SKUs by their ids, as the shop writes them; SKUs that are gone are left out. */
export async function codesOf(scope: Scope, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { workspaceId } = scope;
  const skus = await reads(scope).sku.findMany({
    where: { workspaceId, id: { in: [...ids] } },
    select: { id: true, code: true },
  });
  return new Map(skus.map(({ id, code }) => [id, code]));
}
