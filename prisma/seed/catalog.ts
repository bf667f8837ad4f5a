import type { Tx } from '../../src/core/runtime/database.ts';
import { Prisma } from '../../src/db/generated/client.ts';
import { writes } from '../../src/db/scope.ts';
import { idOf, roll, type SeedPlan } from './sql.ts';

/** Sixteen families of twenty: code, noun, category, supplier, usual cost in cents. */
const families = [
  ['MUG', 'Stoneware mug', 'Kitchen', 'Kiln & Clay', 420],
  ['LAMP', 'Table lamp', 'Lighting', 'Nordlicht', 1850],
  ['BOWL', 'Serving bowl', 'Kitchen', 'Kiln & Clay', 780],
  ['PLATE', 'Dinner plate', 'Kitchen', 'Kiln & Clay', 510],
  ['VASE', 'Glass vase', 'Decoration', 'Elbe Glass', 960],
  ['CANDLE', 'Scented candle', 'Decoration', 'Wick Works', 390],
  ['CUSH', 'Linen cushion', 'Textiles', 'Flax Brothers', 880],
  ['THROW', 'Wool throw', 'Textiles', 'Flax Brothers', 2250],
  ['TOWEL', 'Tea towel', 'Textiles', 'Flax Brothers', 260],
  ['APRON', 'Kitchen apron', 'Textiles', 'Flax Brothers', 720],
  ['CLOCK', 'Wall clock', 'Decoration', 'Nordlicht', 1420],
  ['FRAME', 'Picture frame', 'Decoration', 'Timber Lane', 640],
  ['BASKET', 'Seagrass basket', 'Storage', 'Timber Lane', 1130],
  ['TPOT', 'Cast iron teapot', 'Kitchen', 'Hearth Foundry', 1680],
  ['CARD', 'Greeting cards, set of six', 'Paper', 'Paper Quay', 210],
  ['SOAP', 'Olive soap', 'Bath', 'Wick Works', 180],
] as const;

const styles = (
  'sea blue,sand,slate,moss green,terracotta,chalk white,charcoal,mustard,blush,plum,' +
  'harbour stripe,hill check,fern,heron,lighthouse,pebble,thistle,foxglove,anchor,winter sky'
).split(',');

const threeDays = 3 * 24 * 60;

/** Code, name, kind, time zone; how old its numbers may get, in minutes. */
const locations = [
  ['HAM', 'Hamburg warehouse', 'warehouse', 'Europe/Berlin', threeDays],
  ['ROT', 'Rotterdam 3PL', '3pl', 'Europe/Amsterdam', 360],
  ['NYC', 'New York store', 'store', 'America/New_York', threeDays],
  ['AMZ', 'Amazon EU', 'marketplace', 'Europe/Berlin', threeDays],
] as const;

export async function seedLocations(tx: Tx): Promise<void> {
  await writes(tx).$executeRaw`
    INSERT INTO location (workspace_id, id, code, name, kind, time_zone, record, position, stale_after_minutes)
    SELECT ${tx.workspaceId}::uuid, ${idOf(tx.workspaceId, Prisma.sql`'location:' || code`)}, code, name, kind, zone,
      CASE WHEN kind IN ('3pl', 'marketplace') THEN 'outside' ELSE 'ours' END, position, may_age
    FROM UNNEST(${locations.map(([code]) => code)}::text[], ${locations.map(([, name]) => name)}::text[],
      ${locations.map(([, , kind]) => kind)}::text[], ${locations.map(([, , , zone]) => zone)}::text[],
      ${locations.map(([, , , , mayAge]) => mayAge)}::int[])
      WITH ORDINALITY AS l (code, name, kind, zone, may_age, position)`;
}

/** SKU number i is style i / 16 of family i % 16: the first sixteen, which sell best, are one of each family. */
export async function seedSkus(tx: Tx, { now }: SeedPlan): Promise<void> {
  const id = idOf(tx.workspaceId, Prisma.sql`'sku:' || code`);
  const client = writes(tx);
  await client.$executeRaw`
    WITH item AS (
      SELECT f.*, i, f.code || '-' || lpad((i / 16 + 1)::text, 2, '0') AS sku, s.style
      FROM generate_series(0, 319) AS i
      JOIN UNNEST(${families.map(([code]) => code)}::text[], ${families.map(([, noun]) => noun)}::text[],
        ${families.map(([, , category]) => category)}::text[], ${families.map(([, , , supplier]) => supplier)}::text[],
        ${families.map(([, , , , cost]) => cost)}::int[]) WITH ORDINALITY AS f (code, noun, category, supplier, cost, n)
        ON f.n = i % 16 + 1
      JOIN UNNEST(${styles}::text[]) WITH ORDINALITY AS s (style, n) ON s.n = i / 16 + 1
    ), priced AS (
      SELECT *, cost * (85 + ${roll(Prisma.sql`'cost:' || sku`, 31)}) / 100 AS unit_cost FROM item
    )
    INSERT INTO sku (workspace_id, id, code, code_key, title, barcode, category, supplier, unit_cost_minor, price_minor,
      currency, reorder_point, listed, source, updated_at)
    SELECT ${tx.workspaceId}::uuid, ${idOf(tx.workspaceId, Prisma.sql`'sku:' || sku`)}, sku, sku, noun || ', ' || style,
      ean || ((10 - check_sum % 10) % 10), category, supplier, unit_cost, unit_cost * 24 / 1000 * 100 + 95, 'EUR', NULL,
      true, 'seed', ${now}::timestamptz
    FROM priced
    CROSS JOIN LATERAL (SELECT '401234' || lpad((i * 7 + 1000)::text, 6, '0') AS ean) AS e
    CROSS JOIN LATERAL (
      SELECT sum(substr(ean, d, 1)::int * CASE WHEN d % 2 = 0 THEN 3 ELSE 1 END)::int AS check_sum FROM generate_series(1, 12) AS d
    ) AS c`;
  await client.$executeRaw`
    INSERT INTO sku_alias (workspace_id, channel, alias_key, sku_id, alias)
    SELECT ${tx.workspaceId}::uuid, channel, alias, ${id}, alias FROM sku
    CROSS JOIN LATERAL (VALUES ('shopify', 'HH-' || code), ('amazon', 'B0' || upper(substr(md5(code), 1, 8)))) AS a (channel, alias)
    WHERE workspace_id = ${tx.workspaceId}::uuid`;
  await client.$executeRaw`ANALYZE sku`;
}
