import type { Scope, Tx } from '../../../core/runtime/database.ts';
import { reads, writes } from '../../../db/scope.ts';
import { aboutFrom, aboutJson } from '../telling/about-json.ts';
import { namedIn } from '../telling/naming.ts';
import type { StoredEvent, StoredWord } from './rows-model.ts';

interface EventRow extends Omit<StoredEvent, 'place' | 'reasonCode'> {
  readonly reasonCode: string | null;
  readonly placeCity: string | null;
  readonly placeRegion: string | null;
  readonly placeCountry: string | null;
}

/** All that happened to the shipments of these series. */
export async function eventsOf(scope: Scope, seriesIds: readonly string[]): Promise<readonly StoredEvent[]> {
  const rows = await reads(scope).$queryRaw<EventRow[]>`/* prepared: shipments.events */
    SELECT series_id AS "seriesId", source, event_key AS key, at, status, reason, code, place_city AS "placeCity",
      place_region AS "placeRegion", place_country AS "placeCountry", text, lifts, delivery_id AS "deliveryId", reason_code AS "reasonCode"
    FROM shipment_event WHERE workspace_id = ${scope.workspaceId}::uuid AND series_id = ANY(${seriesIds}::uuid[])`;
  return rows.map(({ placeCity: city, placeRegion: region, placeCountry: country, reasonCode, ...row }) => ({
    ...row,
    ...(reasonCode !== null && { reasonCode }),
    place: city === null && region === null && country === null ? null : { city, region, country },
  }));
}

/** Keeps events; of one that is there, what it says now. */
export async function keepEvents(tx: Tx, events: readonly StoredEvent[]): Promise<void> {
  if (events.length === 0) return;
  await writes(tx).$executeRaw`/* prepared: shipments.keep-events */
    INSERT INTO shipment_event (workspace_id, series_id, source, event_key, at, status, reason, code, place_city,
      place_region, place_country, text, lifts, delivery_id, reason_code)
    SELECT ${tx.workspaceId}::uuid, told.* FROM UNNEST(
      ${events.map((e) => e.seriesId)}::uuid[], ${events.map((e) => e.source)}::text[],
      ${events.map((e) => e.key)}::text[], ${events.map((e) => e.at)}::timestamptz[],
      ${events.map((e) => e.status)}::text[], ${events.map((e) => e.reason)}::text[],
      ${events.map((e) => e.code)}::text[], ${events.map((e) => e.place?.city ?? null)}::text[],
      ${events.map((e) => e.place?.region ?? null)}::text[], ${events.map((e) => e.place?.country ?? null)}::text[],
      ${events.map((e) => e.text)}::text[], ${events.map((e) => e.lifts)}::boolean[],
      ${events.map((e) => e.deliveryId)}::uuid[], ${events.map((e) => e.reasonCode ?? null)}::text[]) AS told
    ON CONFLICT (workspace_id, series_id, source, event_key) DO UPDATE SET
      at = EXCLUDED.at, status = EXCLUDED.status, reason = EXCLUDED.reason, code = EXCLUDED.code,
      place_city = EXCLUDED.place_city, place_region = EXCLUDED.place_region, place_country = EXCLUDED.place_country,
      text = EXCLUDED.text, lifts = EXCLUDED.lifts, delivery_id = EXCLUDED.delivery_id,
      reason_code = EXCLUDED.reason_code`;
}

interface WordRow extends Omit<StoredWord, 'about'> {
  readonly about: string;
}

/** All that was said of the shipments of these series, besides events. */
export async function wordsOf(scope: Scope, seriesIds: readonly string[]): Promise<readonly StoredWord[]> {
  const rows = await reads(scope).$queryRaw<WordRow[]>`/* prepared: shipments.words */
    SELECT series_id AS "seriesId", source, said_at AS "saidAt", hash, tracking, formerly, about::text AS about,
      delivery_id AS "deliveryId"
    FROM shipment_word WHERE workspace_id = ${scope.workspaceId}::uuid AND series_id = ANY(${seriesIds}::uuid[])`;
  return rows.map(({ about, ...row }) => ({ ...row, about: aboutFrom(about) }));
}

export async function keepWords(tx: Tx, words: readonly StoredWord[]): Promise<void> {
  if (words.length === 0) return;
  const rows = words.map(({ about, ...word }) => ({
    ...word,
    about: JSON.parse(aboutJson(about)) as object,
    orderKeys: namedIn([{ about }]),
  }));
  await writes(tx).$executeRaw`/* prepared: shipments.keep-words */
    INSERT INTO shipment_word (workspace_id, series_id, source, said_at, hash, tracking, formerly, about, delivery_id,
      order_keys)
    SELECT ${tx.workspaceId}::uuid, told.* FROM json_to_recordset(${JSON.stringify(rows)}::json) AS told ("seriesId" uuid,
      source text, "saidAt" timestamptz, hash text, tracking text, formerly text[], about jsonb, "deliveryId" uuid,
      "orderKeys" text[])
    ON CONFLICT DO NOTHING`;
}

/** The series of shipments that are said to bring an order with one of these numbers, by their keys. */
export async function seriesNaming(scope: Scope, orderKeys: readonly string[]): Promise<readonly string[]> {
  const rows = await reads(scope).$queryRaw<{ seriesId: string }[]>`/* prepared: shipments.naming */
    SELECT DISTINCT series_id AS "seriesId" FROM shipment_word
    WHERE workspace_id = ${scope.workspaceId}::uuid AND cardinality(order_keys) > 0
      AND order_keys && ${orderKeys}::text[]`;
  return rows.map(({ seriesId }) => seriesId);
}

/** Whether any shipment is said to bring an order. */
async function isAnyNaming(scope: Scope): Promise<boolean> {
  // The first of them: an index answers it, where a search for any would read the whole table to find none.
  const [row] = await reads(scope).$queryRaw<{ first: Date | null }[]>`/* prepared: shipments.any-naming */
    SELECT min(said_at) AS first FROM shipment_word
    WHERE workspace_id = ${scope.workspaceId}::uuid AND cardinality(order_keys) > 0`;
  return row?.first != null;
}

/**
 * Whether orders have to be told of by their numbers. Who names the first order waits for whoever was told that nothing is
 * named: neither sees what the other writes, and nobody would look again.
 */
export async function enterNaming(tx: Tx): Promise<boolean> {
  await writes(tx).$executeRaw`/* prepared: shipments.enter-naming */
    SELECT pg_advisory_xact_lock_shared(hashtextextended('shipments name orders ' || own.workspace_id, 0))
    FROM (SELECT ${tx.workspaceId}::uuid AS workspace_id) own`;
  return await isAnyNaming(tx);
}

/** To be called before a shipment names an order, and before any order is read. */
export async function beginNaming(tx: Tx): Promise<void> {
  if (await isAnyNaming(tx)) return;
  await writes(tx).$executeRaw`
    SELECT pg_advisory_xact_lock(hashtextextended('shipments name orders ' || own.workspace_id, 0))
    FROM (SELECT ${tx.workspaceId}::uuid AS workspace_id) own`;
}

/** What was said of series that are another's now. */
export async function dropSaid(tx: Tx, seriesIds: readonly string[]): Promise<void> {
  await writes(tx).$executeRaw`
    DELETE FROM shipment_event WHERE workspace_id = ${tx.workspaceId}::uuid AND series_id = ANY(${seriesIds}::uuid[])`;
  await writes(tx).$executeRaw`
    DELETE FROM shipment_word WHERE workspace_id = ${tx.workspaceId}::uuid AND series_id = ANY(${seriesIds}::uuid[])`;
}
