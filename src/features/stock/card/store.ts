import { z } from 'zod';
import type { Scope } from '../../../core/runtime/database.ts';
import { codeKey } from '../../../core/text/code-key.ts';
import { together } from '../../../db/batch.ts';
import { Prisma } from '../../../db/generated/client.ts';
import { reads } from '../../../db/scope.ts';
import { shownChange } from '../outside/model.ts';
import { shownChanges } from '../outside/store.ts';
import type { Hit, StockCard } from './rules.ts';

const instant = z.coerce.date();
/** The JSON that the query below returns. */
const cardShape = z.object({
  id: z.string(),
  code: z.string(),
  title: z.string(),
  barcode: z.string().nullable(),
  category: z.string().nullable(),
  supplier: z.string().nullable(),
  reorderPoint: z.number().nullable(),
  listed: z.boolean(),
  recentUnits: z.number(),
  ordersAsOf: instant.nullable(),
  locations: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      kind: z.string(),
      timeZone: z.string(),
      available: z.number(),
      committed: z.number(),
      unavailable: z.number(),
      incoming: z.number(),
      expectedOn: instant.nullable(),
      dataFault: z.boolean(),
      countedAt: instant.nullable(),
      source: z.string(),
      asOf: instant.nullable(),
      staleAfterMinutes: z.number(),
    }),
  ),
  outside: z.array(shownChange),
  lastMovement: z
    .object({ cause: z.string(), at: instant, quantity: z.number(), location: z.string() })
    .nullable(),
});

/** Everything that a card of the SKU `s` shows, as one JSON document. */
const card = (workspaceId: string, since: Date) => Prisma.sql`
  json_build_object(
    'id', s.id, 'code', s.code, 'title', s.title, 'barcode', s.barcode, 'category', s.category, 'supplier', s.supplier,
    'reorderPoint', s.reorder_point, 'listed', s.listed,
    'recentUnits', (
      SELECT coalesce(sum(ol.ordered - ol.cancelled), 0) FROM order_line ol
      WHERE ol.workspace_id = ${workspaceId}::uuid AND ol.sku_id = s.id AND ol.placed_at >= ${since}),
    'ordersAsOf', (SELECT max(o.placed_at) FROM "order" o WHERE o.workspace_id = ${workspaceId}::uuid),
    'locations', (
      SELECT coalesce(json_agg(json_build_object(
        'code', loc.code, 'name', loc.name, 'kind', loc.kind, 'timeZone', loc.time_zone,
        'available', sums.available, 'committed', sums.committed, 'unavailable', sums.unavailable, 'incoming', sums.incoming,
        'expectedOn', sums.expected_on, 'dataFault', sums.data_fault, 'countedAt', sums.counted_at,
        'source', CASE WHEN loc.active THEN loc.stock_source ELSE 'closed' END, 'asOf', loc.stock_as_of, 'staleAfterMinutes', loc.stale_after_minutes
      ) ORDER BY loc.position, loc.code), '[]')
      FROM (
        SELECT l.location_id,
          coalesce(sum(l.quantity) FILTER (WHERE l.bucket = 'available'), 0) AS available,
          coalesce(sum(l.quantity) FILTER (WHERE l.bucket = 'committed'), 0) AS committed,
          coalesce(sum(l.quantity) FILTER (WHERE l.bucket IN ('reserved', 'damaged', 'safety_stock', 'quality_control')), 0) AS unavailable,
          coalesce(sum(l.quantity) FILTER (WHERE l.bucket = 'incoming'), 0) AS incoming,
          min(l.expected_on) FILTER (WHERE l.bucket = 'incoming') AS expected_on,
          max(l.counted_at) AS counted_at, bool_or(l.data_fault) AS data_fault
        FROM level l WHERE l.workspace_id = ${workspaceId}::uuid AND l.sku_id = s.id GROUP BY l.location_id
      ) sums JOIN location loc ON loc.workspace_id = ${workspaceId}::uuid AND loc.id = sums.location_id),
    'outside', ${shownChanges(workspaceId, Prisma.sql`s.id`)},
    'lastMovement', (
      SELECT json_build_object('cause', e.cause, 'at', g.occurred_at, 'quantity', g.quantity, 'location', loc.name)
      FROM ledger_leg g
      JOIN ledger_entry e ON e.workspace_id = g.workspace_id AND e.id = g.entry_id
      JOIN location loc ON loc.workspace_id = g.workspace_id AND loc.id = g.location_id
      WHERE g.workspace_id = ${workspaceId}::uuid AND g.sku_id = s.id AND e.cause <> 'absorbed'
      ORDER BY g.occurred_at DESC LIMIT 1)
  ) AS card`;

export interface Asked {
  /** The key of a code. */
  readonly text: string;
  /** Sales from this moment on count as recent demand. */
  readonly since: Date;
}

// Typed text never contains it: control characters are removed when words are read.
const separator = '\u001F';

/**
 * The SKUs whose code, barcode or alias is exactly the text. One text can match several: two SKUs with one barcode, or
 * an alias that two channels use.
 */
export const findExactly = together(
  async (scope: Scope, asked: readonly Asked[]): Promise<readonly (readonly StockCard[])[]> => {
    const { workspaceId } = scope;
    // All texts travel as one, split by the server: it sees an array's length and would plan each one anew, which takes
    // longer than the look-up. The two LATERALs keep it to the indexes, however many texts it expects.
    const texts = [...new Set(asked.map(({ text }) => text))].join(separator);
    // Look-ups that share a query are milliseconds apart.
    const since = new Date(Math.min(...asked.map((one) => one.since.getTime())));
    const rows = await reads(scope).$queryRaw<{ text: string; card: unknown }[]>`
      /* prepared: stock.exactly */
      SELECT w.text, c.card
      FROM string_to_table(${texts}::text, ${separator}::text) AS w(text)
      CROSS JOIN LATERAL (
        SELECT s.id FROM sku s WHERE s.workspace_id = ${workspaceId}::uuid AND s.code_key = w.text
        UNION
        SELECT s.id FROM sku s WHERE s.workspace_id = ${workspaceId}::uuid AND s.barcode = w.text
        UNION
        SELECT a.sku_id FROM sku_alias a WHERE a.workspace_id = ${workspaceId}::uuid AND a.alias_key = w.text
      ) found
      CROSS JOIN LATERAL (
        SELECT s.code_key, ${card(workspaceId, since)}
        FROM sku s WHERE s.workspace_id = ${workspaceId}::uuid AND s.id = found.id OFFSET 0
      ) c
      ORDER BY c.code_key`;
    const cards = rows.map(({ text, card }) => ({ text, card: cardShape.parse(card) }));
    return asked.map(({ text }) => cards.filter((hit) => hit.text === text).map((hit) => hit.card));
  },
);

export async function findCard(scope: Scope, skuId: string, since: Date): Promise<StockCard | null> {
  const [row] = await reads(scope).$queryRaw<{ card: unknown }[]>`
    /* prepared: stock.card */
    SELECT ${card(scope.workspaceId, since)} FROM sku s WHERE s.workspace_id = ${scope.workspaceId}::uuid AND s.id = ${skuId}::uuid`;
  return row ? cardShape.parse(row.card) : null;
}

export async function findCards(
  scope: Scope,
  skuIds: readonly string[],
  since: Date,
): Promise<readonly StockCard[]> {
  const rows = await reads(scope).$queryRaw<{ card: unknown }[]>`
    SELECT ${card(scope.workspaceId, since)} FROM sku s
    WHERE s.workspace_id = ${scope.workspaceId}::uuid AND s.id = ANY(${skuIds}::uuid[])`;
  return rows.map((row) => cardShape.parse(row.card));
}

export async function findByPrefix(scope: Scope, prefix: string, limit: number): Promise<readonly Hit[]> {
  const pattern = `${prefix.replace(/[\\%_]/g, '\\$&')}%`;
  return await reads(scope).$queryRaw<Hit[]>`
    SELECT s.id, s.code, s.title FROM sku s
    WHERE s.workspace_id = ${scope.workspaceId}::uuid AND s.code_key LIKE ${pattern}
    ORDER BY s.code_key LIMIT ${limit}`;
}

/** SKUs whose code has the same letters and digits: "mug01" and "MUG 01" for MUG-01. */
export async function findByBareCode(scope: Scope, text: string, limit: number): Promise<readonly Hit[]> {
  const bare = codeKey(text).replace(/[-_ ./]/g, '');
  // The expression is that of sku_bare_code_idx.
  return await reads(scope).$queryRaw<Hit[]>`
    SELECT s.id, s.code, s.title FROM sku s
    WHERE s.workspace_id = ${scope.workspaceId}::uuid AND translate(s.code_key, '-_ ./', '') = ${bare}
    ORDER BY s.code_key LIMIT ${limit}`;
}

/**
 * Titles that contain every word, exactly or nearly; best first. `likeness` sums the words; an exact match counts 1.
 */
export async function findByTitle(
  scope: Scope,
  words: readonly string[],
  limit: number,
): Promise<readonly (Hit & { readonly likeness: number })[]> {
  const every = Prisma.join(
    words.map((word) => Prisma.sql`${word} <% s.title`),
    ' AND ',
  );
  const likeness = Prisma.join(
    words.map((word) => Prisma.sql`word_similarity(${word}, s.title)`),
    ' + ',
  );
  return await reads(scope).$queryRaw<(Hit & { likeness: number })[]>`
    SELECT s.id, s.code, s.title, ${likeness} AS likeness FROM sku s
    WHERE s.workspace_id = ${scope.workspaceId}::uuid AND ${every}
    ORDER BY likeness DESC, length(s.title), s.code_key LIMIT ${limit}`;
}

/**
 * Similar codes and titles, for "did you mean": those first that fit best, by their code or by all words. Codes are
 * compared without zeros and hyphens as well, among those that begin alike: nobody counts the zeros of MUG-01.
 */
export async function findNearest(
  scope: Scope,
  text: string,
  words: readonly string[],
  limit: number,
): Promise<readonly Hit[]> {
  const key = codeKey(text);
  const likeness = Prisma.join(
    words.map((word) => Prisma.sql`word_similarity(${word}, s.title)`),
    ' + ',
  );
  return await reads(scope).$queryRaw<Hit[]>`
    SELECT s.id, s.code, s.title FROM sku s
    WHERE s.workspace_id = ${scope.workspaceId}::uuid
      AND (s.code_key % ${key} OR ${text} <% s.title
        OR (s.code_key LIKE ${beginningOf(key)} AND similarity(${looseCode}, ${loose(key)}) >= 0.5))
    ORDER BY greatest(
        similarity(s.code_key, ${key}),
        similarity(${looseCode}, ${loose(key)}),
        (${likeness}) / ${words.length}::int
      ) DESC, length(s.title), s.code_key
    LIMIT ${limit}`;
}

/** SKUs whose code is the same but for zeros and hyphens: MUG-01 for "mug-1". */
export async function findByLooseCode(scope: Scope, text: string, limit: number): Promise<readonly Hit[]> {
  return await reads(scope).$queryRaw<Hit[]>`
    SELECT s.id, s.code, s.title FROM sku s
    WHERE s.workspace_id = ${scope.workspaceId}::uuid AND ${looseCode} = ${loose(codeKey(text))}
    ORDER BY s.code_key LIMIT ${limit}`;
}

// The expression is that of sku_loose_code_idx.
const looseCode = Prisma.sql`translate(s.code_key, '-_ ./0', '')`;

function loose(key: string): string {
  return key.replace(/[-_ ./0]/g, '');
}

/** What the index finds all codes by that may be meant: only the beginning of a code is typed right nearly always. */
function beginningOf(key: string): string {
  return `${key.slice(0, 2).replace(/[\\%_]/g, '\\$&')}%`;
}

export async function countSkus(scope: Scope): Promise<number> {
  return await reads(scope).sku.count({ where: { workspaceId: scope.workspaceId } });
}

/** Every location, with the moment its numbers were last true. */
export async function listSources(scope: Scope) {
  const locations = await reads(scope).location.findMany({
    where: { workspaceId: scope.workspaceId, active: true },
    orderBy: [{ position: 'asc' }, { code: 'asc' }],
  });
  return locations.map(({ name, stockSource, stockAsOf, staleAfterMinutes }) => ({
    name,
    source: stockSource,
    asOf: stockAsOf,
    staleAfterMinutes,
  }));
}
