import type { Scope } from '../../../core/runtime/database.ts';
import type { Asking } from '../../../core/tokens/asking.ts';
import { together } from '../../../db/batch.ts';
import { touchedColumn, withBranches } from '../../../db/branches.ts';
import { Prisma } from '../../../db/generated/client.ts';
import { isTransaction, reads } from '../../../db/scope.ts';
import { shownChange } from '../outside/model.ts';
import { shownChanges } from '../outside/store.ts';
import type { ReceiptsAt } from '../receipts/model.ts';
import { incomingOf } from '../receipts/rules.ts';
import { nextReceipt, receiptsByPlace } from '../receipts/store.ts';
import { type BusinessDay, daysWithOrders, demandDays } from './demand-rules.ts';
import type { LocationLevel, StockCard } from './rules.ts';

/** What the query below returns: moments are text. */
type AsJson<T> = T extends Date
  ? string
  : T extends readonly (infer One)[]
    ? readonly AsJson<One>[]
    : T extends object
      ? { readonly [Key in keyof T]: AsJson<T[Key]> }
      : T;
type CardJson = AsJson<
  Omit<StockCard, 'demandOver' | 'touchedBy' | 'locations' | 'elsewhere' | 'comingOn'>
> & {
  readonly receipts: readonly AsJson<ReceiptsAt>[];
  /** `booked`: null where nothing told any levels. */
  readonly locations: readonly (Omit<AsJson<LocationLevel>, 'booked'> & {
    readonly booked: boolean | null;
  })[];
};

/**
 * Everything that a card of the SKU `s` shows, as one JSON document. Of several sources of a location the one heard last
 * tells whether it is silent; legs are looked through where a level has moved since its last file alone.
 * A file that names few SKUs makes those fresher and no others, which its feed does not tell.
 * What is the same for all SKUs names the workspace by its value, and is read once for a statement.
 * Of the legs of one moment, such as five units that go from available to damaged, the last movement is that of available.
 */
const card = ({ workspaceId }: Scope, { day }: BusinessDay) => Prisma.sql`
  json_build_object(
    'id', s.id, 'code', s.code, 'title', s.title, 'barcode', s.barcode, 'category', s.category, 'supplier', s.supplier,
    'reorderPoint', s.reorder_point, 'listed', s.listed,
    'recentUnits', (
      SELECT coalesce(sum(d.ordered - d.cancelled), 0) FROM (SELECT ${day}::date AS day) today
      JOIN sku_day d ON d.workspace_id = s.workspace_id AND d.sku_id = s.id
        AND d.day >= today.day - ${demandDays}::int AND d.day < today.day),
    'ordersSince', (SELECT min(o.placed_at) FROM "order" o WHERE o.workspace_id = ${workspaceId}::uuid),
    'ordersAsOf', (SELECT max(f.covers_until) FROM feed f WHERE f.workspace_id = ${workspaceId}::uuid AND f.kind = 'orders'),
    'silentOrders', (
      SELECT coalesce(json_agg(json_build_object('source', f.source, 'since', f.silent_since) ORDER BY f.silent_since, f.source), '[]')
      FROM feed f WHERE f.workspace_id = ${workspaceId}::uuid AND f.kind = 'orders' AND f.silent_since IS NOT NULL),
    'locations', (
      SELECT coalesce(json_agg(json_build_object(
        'id', loc.id, 'code', loc.code, 'name', loc.name, 'kind', loc.kind, 'timeZone', loc.time_zone,
        'available', sums.available, 'committed', sums.committed, 'unavailable', sums.unavailable, 'incoming', sums.incoming,
        'expectedOn', sums.expected_on, 'dataFault', sums.data_fault, 'countedAt', sums.counted_at,
        'source', CASE WHEN NOT loc.active THEN 'closed'
          WHEN heard.as_of IS NULL AND heard.silent_since IS NULL THEN 'none' ELSE coalesce(heard.source, 'none') END, 'asOf', heard.as_of,
        'silentSince', heard.silent_since, 'staleAfterMinutes', loc.stale_after_minutes,
        'booked', sums.moved_at > heard.as_of AND EXISTS (
          SELECT 1 FROM ledger_leg g JOIN ledger_entry e ON e.workspace_id = g.workspace_id AND e.id = g.entry_id
          WHERE g.workspace_id = s.workspace_id AND g.sku_id = s.id AND g.location_id = loc.id
            AND g.bucket = 'available' AND g.occurred_at > heard.as_of AND e.cause NOT IN ('import', 'absorbed'))
      ) ORDER BY loc.position, loc.code), '[]')
      FROM (
        SELECT l.location_id,
          coalesce(sum(l.quantity) FILTER (WHERE l.bucket = 'available'), 0) AS available,
          coalesce(sum(l.quantity) FILTER (WHERE l.bucket = 'committed'), 0) AS committed,
          coalesce(sum(l.quantity) FILTER (WHERE l.bucket IN ('reserved', 'damaged', 'safety_stock', 'quality_control')), 0) AS unavailable,
          coalesce(sum(l.quantity) FILTER (WHERE l.bucket = 'incoming'), 0) AS incoming,
          min(l.expected_on) FILTER (WHERE l.bucket = 'incoming') AS expected_on,
          max(l.counted_at) AS counted_at, bool_or(l.data_fault) AS data_fault, max(l.updated_at) AS moved_at
        FROM level l WHERE l.workspace_id = s.workspace_id AND l.sku_id = s.id GROUP BY l.location_id
      ) sums JOIN location loc ON loc.workspace_id = s.workspace_id AND loc.id = sums.location_id
      CROSS JOIN LATERAL (
        SELECT CASE WHEN count(*) > 0 THEN greatest(max(f.covers_until), (
            SELECT max(t.as_of) FROM level_statement t WHERE t.workspace_id = s.workspace_id AND t.sku_id = s.id
              AND t.location_id = loc.id AND t.bucket = 'available')) END AS as_of,
          (array_agg(f.source ORDER BY f.covers_until DESC NULLS LAST))[1] AS source,
          (array_agg(f.silent_since ORDER BY f.last_heard_at DESC))[1] AS silent_since
        FROM feed f WHERE f.workspace_id = s.workspace_id AND f.kind = 'levels' AND f.location = loc.id::text
      ) heard),
    'outside', ${shownChanges(Prisma.sql`s.workspace_id`, Prisma.sql`s.id`)},
    'receipts', ${receiptsByPlace(Prisma.sql`s.workspace_id`, Prisma.sql`s.id`, Prisma.sql`${day}::date`)},
    'nextReceipt', ${nextReceipt(Prisma.sql`s.workspace_id`, Prisma.sql`s.id`)},
    'lastMovement', (
      SELECT json_build_object('cause', e.cause, 'at', g.occurred_at, 'bucket', g.bucket, 'quantity', g.quantity,
        'location', loc.name)
      FROM ledger_leg g
      JOIN ledger_entry e ON e.workspace_id = g.workspace_id AND e.id = g.entry_id
      JOIN location loc ON loc.workspace_id = g.workspace_id AND loc.id = g.location_id
      WHERE g.workspace_id = s.workspace_id AND g.sku_id = s.id AND e.cause <> 'absorbed'
      ORDER BY g.occurred_at DESC, g.bucket <> 'available', g.entry_id DESC, g.ordinal LIMIT 1)
  ) AS card`;

// By hand, not by a schema: the query is ours, and every look-up pays for it.
function cardOf({ receipts, ...json }: CardJson, today: BusinessDay): StockCard {
  const ordersSince = momentOf(json.ordersSince);
  const { lastMovement, nextReceipt: next } = json;
  const stated = json.locations.map((level) => ({
    ...level,
    expectedOn: momentOf(level.expectedOn),
    countedAt: momentOf(level.countedAt),
    asOf: momentOf(level.asOf),
    silentSince: momentOf(level.silentSince),
    booked: level.booked === true,
  }));
  const named = receipts.map((one) => ({
    ...one,
    expectedOn: momentOf(one.expectedOn),
    comingOn: momentOf(one.comingOn),
  }));
  return {
    ...json,
    ordersSince,
    ordersAsOf: momentOf(json.ordersAsOf),
    demandOver: daysWithOrders(ordersSince, today),
    silentOrders: json.silentOrders.map(({ source, since }) => ({ source, since: new Date(since) })),
    ...incomingOf(stated, named, today.day),
    nextReceipt: next && { ...next, expectedOn: momentOf(next.expectedOn) },
    outside: json.outside.map((change) => shownChange.parse(change)),
    lastMovement: lastMovement && { ...lastMovement, at: new Date(lastMovement.at) },
  };
}

function momentOf(text: string | null): Date | null {
  return text === null ? null : new Date(text);
}

export interface Asked {
  /** The key of a code. */
  readonly text: string;
  /** What was sold on the days before counts as recent demand. */
  readonly today: BusinessDay;
  /** Absent: nobody reads what other features have to say. */
  readonly asking?: Asking;
}

// Typed text never contains them: control characters are removed when words are read.
const separator = '\u001F';
const within = '\u001E';

interface FoundCard {
  readonly key: string;
  readonly card: CardJson;
  /** Null: the features were not asked. */
  readonly touched: string | null;
}

/**
 * The SKUs whose code, barcode or alias is exactly the text. One text can match several: two SKUs with one barcode, or
 * an alias that two channels use.
 */
export const findExactly = together(
  async (scope: Scope, asked: readonly Asked[]): Promise<readonly (readonly StockCard[])[]> => {
    // Look-ups that share a query are milliseconds apart.
    const today = asked[0]?.today;
    if (!today) return [];
    const { workspaceId } = scope;
    // All texts travel as one, split by the server: it sees an array's length and would plan each one anew, which takes
    // longer than the look-up. The two LATERALs keep it to the indexes, however many texts it expects.
    const keyOf = ({ asking, text }: Asked) => `${asking?.may ?? ''}${within}${text}`;
    const keys = [...new Set(asked.map(keyOf))].join(separator);
    const thing = {
      may: Prisma.sql`w.may`,
      workspace: Prisma.sql`s.workspace_id`,
      what: Prisma.sql`'sku'`,
      ref: Prisma.sql`s.id::text`,
    };
    // Those who share a statement have the same branches. Inside a transaction a failed branch would end it.
    const asking = isTransaction(scope) ? null : asked.find((one) => one.asking)?.asking;
    const rows = await withBranches(
      asking,
      async (branches) =>
        await reads(scope).$queryRaw<FoundCard[]>`
      /* prepared: stock.exactly */
      SELECT w.key, c.card, c.touched
      FROM (
        SELECT one AS key, split_part(one, ${within}::text, 1) AS may, split_part(one, ${within}::text, 2) AS text
        FROM string_to_table(${keys}::text, ${separator}::text) AS one
      ) w
      CROSS JOIN LATERAL (
        SELECT s.id FROM sku s WHERE s.workspace_id = ${workspaceId}::uuid AND s.code_key = w.text
        UNION
        SELECT s.id FROM sku s WHERE s.workspace_id = ${workspaceId}::uuid AND s.barcode = w.text
        UNION
        SELECT a.sku_id FROM sku_alias a WHERE a.workspace_id = ${workspaceId}::uuid AND a.alias_key = w.text
      ) found
      CROSS JOIN LATERAL (
        SELECT s.code_key, ${card(scope, today)}, ${touchedColumn(branches, thing)} AS touched
        FROM sku s WHERE s.workspace_id = ${workspaceId}::uuid AND s.id = found.id OFFSET 0
      ) c
      ORDER BY c.code_key`,
    );
    const cards = rows.map(({ key, card, touched }) => ({ key, card: cardOf(card, today), touched }));
    return asked.map((one) =>
      cards
        .filter(({ key }) => key === keyOf(one))
        .map(({ card, touched }) =>
          one.asking && touched !== null ? { ...card, touchedBy: touched } : card,
        ),
    );
  },
);

export async function findCard(scope: Scope, skuId: string, today: BusinessDay): Promise<StockCard | null> {
  const [row] = await reads(scope).$queryRaw<{ card: CardJson }[]>`
    /* prepared: stock.card */
    SELECT ${card(scope, today)} FROM sku s WHERE s.workspace_id = ${scope.workspaceId}::uuid AND s.id = ${skuId}::uuid`;
  return row ? cardOf(row.card, today) : null;
}

export async function findCards(
  scope: Scope,
  skuIds: readonly string[],
  today: BusinessDay,
): Promise<readonly StockCard[]> {
  const rows = await reads(scope).$queryRaw<{ card: CardJson }[]>`
    SELECT ${card(scope, today)} FROM sku s
    WHERE s.workspace_id = ${scope.workspaceId}::uuid AND s.id = ANY(${skuIds}::uuid[])`;
  return rows.map((row) => cardOf(row.card, today));
}
