import type { Scope, Tx } from '../../../core/runtime/database.ts';
import { Prisma } from '../../../db/generated/client.ts';
import { reads, writes } from '../../../db/scope.ts';
import type { Bucket, Entry, Leg, Shelf, Standing, Told } from './model.ts';
import { momentKey } from './rules.ts';

/** A SKU in a location. */
export interface Place {
  readonly skuId: string;
  readonly locationId: string;
}

/**
 * Locks the shelves until the transaction ends, with every other bucket of their places, and opens missing ones at zero,
 * in one order for everybody: by SKU, location and bucket. Nobody opens first and locks later, or two would deadlock.
 */
export async function hold(tx: Tx, shelves: readonly Shelf[], now: Date): Promise<void> {
  if (shelves.length === 0) return;
  // DO UPDATE locks the row even where its condition leaves it as it is.
  await writes(tx).$executeRaw`
    WITH asked AS (SELECT * FROM UNNEST(
      ${shelves.map((s) => s.skuId)}::uuid[], ${shelves.map((s) => s.locationId)}::uuid[],
      ${shelves.map((s) => s.bucket)}::text[]) AS s (sku_id, location_id, bucket))
    INSERT INTO level (workspace_id, sku_id, location_id, bucket, quantity, data_fault, updated_at)
    SELECT ${tx.workspaceId}::uuid, s.sku_id, s.location_id, s.bucket, 0, false, ${now}::timestamptz
    FROM (
      SELECT sku_id, location_id, bucket FROM asked
      UNION SELECT l.sku_id, l.location_id, l.bucket
      FROM (SELECT DISTINCT sku_id, location_id FROM asked) AS p JOIN level l
        ON l.workspace_id = ${tx.workspaceId}::uuid AND l.sku_id = p.sku_id AND l.location_id = p.location_id
    ) AS s
    ORDER BY s.sku_id, s.location_id, s.bucket
    ON CONFLICT (workspace_id, sku_id, location_id, bucket) DO UPDATE SET quantity = level.quantity WHERE false`;
}

/** The same for one place's existing buckets; opens none. */
export async function holdPlace(tx: Tx, { skuId, locationId }: Place): Promise<void> {
  await writes(tx).$queryRaw`
    SELECT bucket FROM level
    WHERE workspace_id = ${tx.workspaceId}::uuid AND sku_id = ${skuId}::uuid AND location_id = ${locationId}::uuid
    ORDER BY bucket FOR UPDATE`;
}

/** Every bucket of these places at each moment, by `momentKey`, with the day of its next receipt. */
export async function standingOf(
  scope: Scope,
  moments: readonly (Place & { readonly asOf: Date })[],
): Promise<Map<string, Standing & Shelf & { readonly expectedOn: Date | null }>> {
  if (moments.length === 0) return new Map();
  const { workspaceId } = scope;
  const rows = await reads(scope).$queryRaw<
    (Standing & Shelf & { readonly asOf: Date; readonly expectedOn: Date | null })[]
  >`
    SELECT l.sku_id AS "skuId", l.location_id AS "locationId", l.bucket, t.at AS "asOf", l.quantity AS now,
      l.expected_on AS "expectedOn", l.quantity - coalesce((SELECT sum(g.quantity)::int FROM ledger_leg g
        WHERE g.workspace_id = ${workspaceId}::uuid AND g.sku_id = l.sku_id AND g.location_id = l.location_id
          AND g.bucket = l.bucket AND g.occurred_at > t.at), 0) AS "atMoment", ${firstStatement(workspaceId, '>')} AS next
    FROM (SELECT DISTINCT * FROM UNNEST(${moments.map((m) => m.skuId)}::uuid[],
      ${moments.map((m) => m.locationId)}::uuid[], ${moments.map((m) => m.asOf)}::timestamptz[])
      AS t (sku_id, location_id, at)) AS t
    JOIN level l ON l.workspace_id = ${workspaceId}::uuid AND l.sku_id = t.sku_id AND l.location_id = t.location_id`;
  return new Map(rows.map((row) => [momentKey(row, row.asOf), row]));
}

/** The first statement at or after each leg's moment, by `momentKey`; legs without one are left out. */
export async function countedBy(
  tx: Tx,
  legs: readonly (Shelf & { readonly at: Date })[],
): Promise<Map<string, Date>> {
  const { workspaceId } = tx;
  const rows = await writes(tx).$queryRaw<(Shelf & { readonly at: Date; readonly next: Date | null })[]>`
    SELECT l.sku_id AS "skuId", l.location_id AS "locationId", l.bucket, t.at,
      ${firstStatement(workspaceId, '>=')} AS next
    FROM (SELECT DISTINCT * FROM ${shelvesAt(legs)}) AS t JOIN level l ON l.workspace_id = ${workspaceId}::uuid
      AND l.sku_id = t.sku_id AND l.location_id = t.location_id AND l.bucket = t.bucket`;
  return new Map(rows.flatMap((row) => (row.next ? [[momentKey(row, row.at), row.next] as const] : [])));
}

/** Of shelf `l`: the moment of its first statement after (or at) moment `t.at`. */
function firstStatement(workspaceId: string, after: '>' | '>=') {
  const since = after === '>' ? Prisma.sql`> t.at` : Prisma.sql`>= t.at`;
  return Prisma.sql`LEAST(
    (SELECT s.as_of FROM level_statement s
      WHERE s.workspace_id = ${workspaceId}::uuid AND s.sku_id = l.sku_id AND s.location_id = l.location_id
        AND s.bucket = l.bucket AND s.as_of ${since} ORDER BY s.as_of LIMIT 1),
    (SELECT r.as_of FROM level_run r
      WHERE r.workspace_id = ${workspaceId}::uuid AND r.location_id = l.location_id AND r.as_of ${since}
        AND l.bucket = ANY(r.buckets) AND l.sku_id = ANY(r.sku_ids) ORDER BY r.as_of LIMIT 1))`;
}

function shelvesAt(legs: readonly (Shelf & { readonly at: Date })[]) {
  return Prisma.sql`UNNEST(${legs.map((l) => l.skuId)}::uuid[], ${legs.map((l) => l.locationId)}::uuid[],
    ${legs.map((l) => l.bucket)}::text[], ${legs.map((l) => l.at)}::timestamptz[])
    AS t (sku_id, location_id, bucket, at)`;
}

/** The newest moment that a statement about any of the shelves has. */
export async function lastStatement(tx: Tx, legs: readonly Leg[]): Promise<Date | null> {
  const { workspaceId } = tx;
  const [row] = await writes(tx).$queryRaw<{ readonly at: Date | null }[]>`
    SELECT max(GREATEST(
      (SELECT max(s.as_of) FROM level_statement s WHERE s.workspace_id = ${workspaceId}::uuid
        AND s.sku_id = t.sku_id AND s.location_id = t.location_id AND s.bucket = t.bucket),
      (SELECT r.as_of FROM level_run r WHERE r.workspace_id = ${workspaceId}::uuid
        AND r.location_id = t.location_id AND t.bucket = ANY(r.buckets) AND t.sku_id = ANY(r.sku_ids)
        ORDER BY r.as_of DESC LIMIT 1))) AS at
    FROM UNNEST(${legs.map((l) => l.skuId)}::uuid[], ${legs.map((l) => l.locationId)}::uuid[],
      ${legs.map((l) => l.bucket)}::text[]) AS t (sku_id, location_id, bucket)`;
  return row?.at ?? null;
}

/** Writes entries with their legs and adds these to the levels, which are held. */
export async function write(
  tx: Tx,
  entries: readonly (Entry & { readonly id: string })[],
  now: Date,
): Promise<void> {
  if (entries.length === 0) return;
  const legs = entries.flatMap(({ id, occurredAt, legs }) =>
    legs.map((leg, index) => ({ ...leg, entryId: id, ordinal: index + 1, occurredAt })),
  );
  // One statement: the foreign key of legs is checked when it ends.
  await writes(tx).$executeRaw`
    WITH entry AS (
      INSERT INTO ledger_entry (workspace_id, id, cause, reference, note, actor_kind, actor_id, occurred_at, recorded_at)
      SELECT ${tx.workspaceId}::uuid, e.*, ${now}::timestamptz FROM UNNEST(
        ${entries.map((e) => e.id)}::uuid[], ${entries.map((e) => e.cause)}::text[],
        ${entries.map((e) => e.reference)}::text[], ${entries.map((e) => e.note)}::text[],
        ${entries.map((e) => e.by.kind)}::text[], ${entries.map((e) => e.by.id)}::text[],
        ${entries.map((e) => e.occurredAt)}::timestamptz[]) AS e
    ), leg AS (
      INSERT INTO ledger_leg (workspace_id, entry_id, ordinal, sku_id, location_id, bucket, quantity, occurred_at)
      SELECT ${tx.workspaceId}::uuid, l.* FROM UNNEST(
        ${legs.map((l) => l.entryId)}::uuid[], ${legs.map((l) => l.ordinal)}::int[],
        ${legs.map((l) => l.skuId)}::uuid[], ${legs.map((l) => l.locationId)}::uuid[],
        ${legs.map((l) => l.bucket)}::text[], ${legs.map((l) => l.quantity)}::int[],
        ${legs.map((l) => l.occurredAt)}::timestamptz[]) AS l
      RETURNING sku_id, location_id, bucket, quantity
    )
    UPDATE level SET quantity = level.quantity + m.moved, data_fault = level.quantity + m.moved < 0,
      updated_at = ${now}::timestamptz
    FROM (SELECT sku_id, location_id, bucket, sum(quantity)::int AS moved FROM leg GROUP BY 1, 2, 3) AS m
    WHERE m.moved <> 0 AND level.workspace_id = ${tx.workspaceId}::uuid AND level.sku_id = m.sku_id
      AND level.location_id = m.location_id AND level.bucket = m.bucket`;
}

/** Keeps the days of the next receipts. */
export async function keepReceiptDays(
  tx: Tx,
  told: readonly (Told & { readonly expectedOn: Date | null })[],
  now: Date,
): Promise<void> {
  if (told.length === 0) return;
  await writes(tx).$executeRaw`
    UPDATE level SET expected_on = t.expected_on, updated_at = ${now}::timestamptz
    FROM UNNEST(${told.map((t) => t.skuId)}::uuid[], ${told.map((t) => t.locationId)}::uuid[],
      ${told.map((t) => t.bucket)}::text[], ${told.map((t) => t.expectedOn)}::date[])
      AS t (sku_id, location_id, bucket, expected_on)
    WHERE level.workspace_id = ${tx.workspaceId}::uuid AND level.sku_id = t.sku_id
      AND level.location_id = t.location_id AND level.bucket = t.bucket`;
}

/** Every bucket of a SKU in a location at the end of a moment; a bucket without a leg until then is left out. */
export async function levelsAt(
  scope: Scope,
  skuId: string,
  locationId: string,
  at: Date,
): Promise<ReadonlyMap<Bucket, number>> {
  const rows = await reads(scope).$queryRaw<{ readonly bucket: Bucket; readonly quantity: number }[]>`
    SELECT bucket, sum(quantity)::int AS quantity FROM ledger_leg
    WHERE workspace_id = ${scope.workspaceId}::uuid AND sku_id = ${skuId}::uuid
      AND location_id = ${locationId}::uuid AND occurred_at <= ${at}::timestamptz
    GROUP BY bucket`;
  return new Map(rows.map(({ bucket, quantity }) => [bucket, quantity]));
}

/** The present level of every bucket of a SKU in a location. */
export async function quantitiesOf(
  scope: Scope,
  skuId: string,
  locationId: string,
): Promise<ReadonlyMap<string, number>> {
  const rows = await reads(scope).level.findMany({
    where: { workspaceId: scope.workspaceId, skuId, locationId },
    select: { bucket: true, quantity: true },
  });
  return new Map(rows.map(({ bucket, quantity }) => [bucket, quantity]));
}

/** The units that were posted to what is available at a place after a moment, until another; statements are no postings. */
export async function postedSince(
  scope: Scope,
  { skuId, locationId }: Place,
  after: Date,
  until: Date,
): Promise<number> {
  const { workspaceId } = scope;
  const [row] = await reads(scope).$queryRaw<{ readonly units: number }[]>`
    SELECT coalesce(sum(g.quantity), 0)::int AS units
    FROM ledger_leg g JOIN ledger_entry e ON e.workspace_id = g.workspace_id AND e.id = g.entry_id
    WHERE g.workspace_id = ${workspaceId}::uuid AND g.sku_id = ${skuId}::uuid AND g.location_id = ${locationId}::uuid
      AND g.bucket = 'available' AND g.occurred_at > ${after}::timestamptz AND g.occurred_at <= ${until}::timestamptz
      AND e.cause NOT IN ('import', 'absorbed')`;
  return row?.units ?? 0;
}
