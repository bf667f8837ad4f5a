import type { Scope, Tx } from '../../../core/runtime/database.ts';
import { reads, writes } from '../../../db/scope.ts';
import { codesOf } from '../directory-store.ts';
import type { Shelf } from '../ledger/model.ts';
import type { LastProof, StraySpan, WrongLevel } from './model.ts';

/** Before the first shelf, and behind the last one. */
const first = {
  skuId: '00000000-0000-0000-0000-000000000000',
  locationId: '00000000-0000-0000-0000-000000000000',
  bucket: '',
};
const behind = {
  skuId: 'ffffffff-ffff-ffff-ffff-ffffffffffff',
  locationId: 'ffffffff-ffff-ffff-ffff-ffffffffffff',
  bucket: '',
};

export interface Page {
  readonly levels: number;
  readonly rows: number;
  readonly wrong: readonly WrongLevel[];
  readonly stray: readonly StraySpan[];
  /** Where the next page begins; null: this was the last. */
  readonly next: Shelf | null;
}

/**
 * Holds the levels of some shelves against their legs, in one snapshot: what is written meanwhile is seen whole or not
 * at all.
 */
export async function provePage(scope: Scope, after: Shelf | null, size: number): Promise<Page> {
  const { workspaceId } = scope;
  const from = after ?? first;
  const [next = null] = await reads(scope).$queryRaw<Shelf[]>`
    SELECT sku_id AS "skuId", location_id AS "locationId", bucket FROM level
    WHERE workspace_id = ${workspaceId}::uuid
      AND (sku_id, location_id, bucket) > (${from.skuId}::uuid, ${from.locationId}::uuid, ${from.bucket})
    ORDER BY sku_id, location_id, bucket OFFSET ${size - 1} LIMIT 1`;
  const to = next ?? behind;
  const rows = await reads(scope).$queryRaw<
    {
      readonly levels: number;
      readonly rows: number;
      readonly wrong: readonly {
        skuId: string;
        locationId: string;
        bucket: string;
        level: number | null;
        legs: number;
      }[];
      readonly stray: readonly { skuId: string; locationId: string; since: string }[];
    }[]
  >`
    WITH stated AS (
      SELECT * FROM level WHERE workspace_id = ${workspaceId}::uuid
        AND (sku_id, location_id, bucket) > (${from.skuId}::uuid, ${from.locationId}::uuid, ${from.bucket})
        AND (sku_id, location_id, bucket) <= (${to.skuId}::uuid, ${to.locationId}::uuid, ${to.bucket})
    ), summed AS (
      SELECT sku_id, location_id, bucket, sum(quantity)::float8 AS units, count(*)::int AS legs, min(occurred_at) AS since
      FROM ledger_leg WHERE workspace_id = ${workspaceId}::uuid
        AND (sku_id, location_id, bucket) > (${from.skuId}::uuid, ${from.locationId}::uuid, ${from.bucket})
        AND (sku_id, location_id, bucket) <= (${to.skuId}::uuid, ${to.locationId}::uuid, ${to.bucket})
      GROUP BY sku_id, location_id, bucket
    ), both_sides AS (
      SELECT sku_id, location_id, bucket, l.quantity, coalesce(g.units, 0) AS units, coalesce(g.legs, 0) AS legs,
        coalesce(g.since, l.updated_at) AS since,
        l.bucket = 'available' AND (l.quantity <= 0) <> EXISTS (
          SELECT 1 FROM stockout_span o WHERE o.workspace_id = ${workspaceId}::uuid AND o.sku_id = l.sku_id
            AND o.location_id = l.location_id AND o.until IS NULL) AS is_stray
      FROM stated l FULL JOIN summed g USING (sku_id, location_id, bucket)
    )
    SELECT count(quantity)::int AS levels, (count(quantity) + coalesce(sum(legs), 0))::int AS rows,
      coalesce(json_agg(json_build_object('skuId', sku_id, 'locationId', location_id, 'bucket', bucket, 'level', quantity,
        'legs', units) ORDER BY sku_id, location_id, bucket) FILTER (WHERE quantity IS DISTINCT FROM units), '[]') AS wrong,
      coalesce(json_agg(json_build_object('skuId', sku_id, 'locationId', location_id, 'since', since) ORDER BY sku_id, location_id)
        FILTER (WHERE is_stray AND quantity = units), '[]') AS stray
    FROM both_sides`;
  const [page] = rows;
  return {
    levels: page?.levels ?? 0,
    rows: page?.rows ?? 0,
    wrong: page?.wrong ?? [],
    stray: (page?.stray ?? []).map(({ since, ...place }) => ({ ...place, since: new Date(since) })),
    next,
  };
}

/** SKUs and locations by their ids, as people call them. */
export async function namesOf(
  scope: Scope,
  wrong: readonly WrongLevel[],
): Promise<{ readonly skus: ReadonlyMap<string, string>; readonly locations: ReadonlyMap<string, string> }> {
  const { workspaceId } = scope;
  const skuIds = wrong.map(({ skuId }) => skuId);
  const locations = await reads(scope).location.findMany({
    where: { workspaceId, id: { in: wrong.map(({ locationId }) => locationId) } },
    select: { id: true, name: true },
  });
  return {
    skus: await codesOf(scope, skuIds),
    locations: new Map(locations.map(({ id, name }) => [id, name])),
  };
}

export async function lastProof(scope: Scope): Promise<LastProof | null> {
  return await reads(scope).ledgerProof.findUnique({ where: { workspaceId: scope.workspaceId } });
}

export async function keepProof(tx: Tx, proof: LastProof): Promise<void> {
  const { workspaceId } = tx;
  await writes(tx).ledgerProof.upsert({
    where: { workspaceId },
    create: { ...proof, workspaceId },
    update: { ...proof },
  });
}
