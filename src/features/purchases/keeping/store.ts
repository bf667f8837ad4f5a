import type { Scope, Tx } from '../../../core/runtime/database.ts';
import { Prisma } from '../../../db/generated/client.ts';
import { reads, writes } from '../../../db/scope.ts';
import type { Fault, PurchaseLine, Revision } from '../line/model.ts';

type Row = Omit<PurchaseLine, 'faults'> & { readonly faults: readonly string[] };

const columns = Prisma.sql`l.id, l.source, l.line_key AS "lineKey", l.po, l.po_key AS "poKey", l.notice, l.supplier,
  l.supplier_key AS "supplierKey", l.mode, l.country, l.code, l.code_key AS "codeKey", l.title, l.sku_id AS "skuId",
  l.location_id AS "locationId", l.ordered, l.received, l.sent_on::text AS "sentOn", l.sent_said AS "sentSaid",
  l.promised_on::text AS "promisedOn", l.told_on::text AS "toldOn", l.expected_on::text AS "expectedOn",
  l.delivered_on::text AS "deliveredOn", l.recorded_on::text AS "recordedOn", l.cancelled, l.open,
  l.value_minor AS "valueMinor", l.currency, l.faults, l.said_at AS "saidAt"`;

// Nothing but `writeLines` writes faults, and it writes those that the rules know.
const lineOf = (row: Row): PurchaseLine => ({ ...row, faults: row.faults as readonly Fault[] });

/** Makes those who tell of lines wait for one another: two that add one line would both find it missing. */
export async function lockTelling(tx: Tx): Promise<void> {
  // $executeRaw: the function returns void, which Prisma cannot read.
  await writes(tx).$executeRaw`
    SELECT pg_advisory_xact_lock(hashtextextended('purchase lines ' || own.workspace_id, 0))
    FROM (SELECT ${tx.workspaceId}::uuid AS workspace_id) AS own`;
}

export interface LineName {
  readonly source: string;
  readonly lineKey: string;
}

const named = (names: readonly LineName[]) => Prisma.sql`UNNEST(${names.map((one) => one.source)}::text[],
  ${names.map((one) => one.lineKey)}::text[]) AS n (source, line_key)`;

/** The stored lines with these keys. */
export async function linesNamed(scope: Scope, names: readonly LineName[]): Promise<readonly PurchaseLine[]> {
  const rows = await reads(scope).$queryRaw<Row[]>`
    SELECT ${columns} FROM ${named(names)} JOIN purchase_line l ON l.workspace_id = ${scope.workspaceId}::uuid
      AND l.source = n.source AND l.line_key = n.line_key`;
  return rows.map(lineOf);
}

/** The same, locked until the transaction ends, in one order for everybody. */
export async function holdLinesNamed(tx: Tx, names: readonly LineName[]): Promise<readonly PurchaseLine[]> {
  const rows = await writes(tx).$queryRaw<Row[]>`
    SELECT ${columns} FROM ${named(names)} JOIN purchase_line l ON l.workspace_id = ${tx.workspaceId}::uuid
      AND l.source = n.source AND l.line_key = n.line_key
    ORDER BY l.id FOR UPDATE OF l`;
  return rows.map(lineOf);
}

/** A line, locked until the transaction ends; null: there is none. */
export async function holdLine(tx: Tx, id: string): Promise<PurchaseLine | null> {
  const [row] = await writes(tx).$queryRaw<Row[]>`
    SELECT ${columns} FROM purchase_line l WHERE l.workspace_id = ${tx.workspaceId}::uuid AND l.id = ${id}::uuid FOR UPDATE OF l`;
  return row ? lineOf(row) : null;
}

/** A line; null: there is none. */
export async function findLine(scope: Scope, id: string): Promise<PurchaseLine | null> {
  const [row] = await reads(scope).$queryRaw<Row[]>`
    SELECT ${columns} FROM purchase_line l WHERE l.workspace_id = ${scope.workspaceId}::uuid AND l.id = ${id}::uuid`;
  return row ? lineOf(row) : null;
}

/** Lines without a SKU that are called one of these, by their keys, locked until the transaction ends. */
export async function holdUnlinked(tx: Tx, codeKeys: readonly string[]): Promise<readonly PurchaseLine[]> {
  const rows = await writes(tx).$queryRaw<Row[]>`
    SELECT ${columns} FROM purchase_line l
    WHERE l.workspace_id = ${tx.workspaceId}::uuid AND l.code_key = ANY(${codeKeys}::text[]) AND l.sku_id IS NULL
    ORDER BY l.id FOR UPDATE OF l`;
  return rows.map(lineOf);
}

/** Adds lines, and writes those that are there (by id) anew. */
export async function writeLines(tx: Tx, lines: readonly PurchaseLine[], now: Date): Promise<void> {
  if (lines.length === 0) return;
  await writes(tx).$executeRaw`
    INSERT INTO purchase_line (workspace_id, id, source, line_key, po, po_key, notice, supplier, supplier_key, mode, country,
      code, code_key, title, sku_id, location_id, ordered, received, sent_on, sent_said, promised_on, told_on, expected_on,
      delivered_on, recorded_on, cancelled, open, value_minor, currency, said_at, faults, updated_at)
    SELECT ${tx.workspaceId}::uuid, t.id, t.source, t.line_key, t.po, t.po_key, t.notice, t.supplier, t.supplier_key, t.mode,
      t.country, t.code, t.code_key, t.title, t.sku_id, t.location_id, t.ordered, t.received, t.sent_on, t.sent_said,
      t.promised_on, t.told_on, t.expected_on, t.delivered_on, t.recorded_on, t.cancelled, t.open, t.value_minor,
      t.currency, t.said_at, string_to_array(t.faults, ','), ${now}::timestamptz
    FROM UNNEST(
      ${lines.map((l) => l.id)}::uuid[], ${lines.map((l) => l.source)}::text[], ${lines.map((l) => l.lineKey)}::text[],
      ${lines.map((l) => l.po)}::text[], ${lines.map((l) => l.poKey)}::text[], ${lines.map((l) => l.notice)}::text[],
      ${lines.map((l) => l.supplier)}::text[], ${lines.map((l) => l.supplierKey)}::text[],
      ${lines.map((l) => l.mode)}::text[], ${lines.map((l) => l.country)}::text[], ${lines.map((l) => l.code)}::text[],
      ${lines.map((l) => l.codeKey)}::text[], ${lines.map((l) => l.title)}::text[], ${lines.map((l) => l.skuId)}::uuid[],
      ${lines.map((l) => l.locationId)}::uuid[], ${lines.map((l) => l.ordered)}::int[],
      ${lines.map((l) => l.received)}::int[], ${lines.map((l) => l.sentOn)}::date[],
      ${lines.map((l) => l.sentSaid)}::text[], ${lines.map((l) => l.promisedOn)}::date[],
      ${lines.map((l) => l.toldOn)}::date[], ${lines.map((l) => l.expectedOn)}::date[],
      ${lines.map((l) => l.deliveredOn)}::date[], ${lines.map((l) => l.recordedOn)}::date[],
      ${lines.map((l) => l.cancelled)}::boolean[], ${lines.map((l) => l.open)}::boolean[],
      ${lines.map((l) => l.valueMinor)}::bigint[], ${lines.map((l) => l.currency)}::text[],
      ${lines.map((l) => l.saidAt)}::timestamptz[], ${lines.map((l) => l.faults.join(','))}::text[])
      AS t (id, source, line_key, po, po_key, notice, supplier, supplier_key, mode, country, code, code_key, title, sku_id,
        location_id, ordered, received, sent_on, sent_said, promised_on, told_on, expected_on, delivered_on, recorded_on,
        cancelled, open, value_minor, currency, said_at, faults)
    ON CONFLICT (workspace_id, id) DO UPDATE SET po = EXCLUDED.po, notice = EXCLUDED.notice, supplier = EXCLUDED.supplier,
      supplier_key = EXCLUDED.supplier_key, mode = EXCLUDED.mode, country = EXCLUDED.country, code = EXCLUDED.code,
      code_key = EXCLUDED.code_key, title = EXCLUDED.title, sku_id = EXCLUDED.sku_id, location_id = EXCLUDED.location_id,
      ordered = EXCLUDED.ordered, received = EXCLUDED.received, sent_on = EXCLUDED.sent_on, sent_said = EXCLUDED.sent_said,
      promised_on = EXCLUDED.promised_on, told_on = EXCLUDED.told_on, expected_on = EXCLUDED.expected_on,
      delivered_on = EXCLUDED.delivered_on, recorded_on = EXCLUDED.recorded_on, cancelled = EXCLUDED.cancelled,
      open = EXCLUDED.open, value_minor = EXCLUDED.value_minor, currency = EXCLUDED.currency, said_at = EXCLUDED.said_at,
      faults = EXCLUDED.faults, updated_at = EXCLUDED.updated_at`;
}

/** Notes as of when lines were told again. */
export async function keepSaidAt(
  tx: Tx,
  lines: readonly Pick<PurchaseLine, 'id' | 'saidAt'>[],
): Promise<void> {
  if (lines.length === 0) return;
  await writes(tx).$executeRaw`
    UPDATE purchase_line SET said_at = t.said_at
    FROM UNNEST(${lines.map(({ id }) => id)}::uuid[], ${lines.map(({ saidAt }) => saidAt)}::timestamptz[]) AS t (id, said_at)
    WHERE purchase_line.workspace_id = ${tx.workspaceId}::uuid AND purchase_line.id = t.id`;
}

/** Adds days to the history of lines that are held, one of each line. */
export async function keepRevisions(tx: Tx, revisions: readonly Revision[]): Promise<void> {
  if (revisions.length === 0) return;
  await writes(tx).$executeRaw`
    INSERT INTO purchase_promise (workspace_id, line_id, ordinal, "on", said_at, by, source, person_id, reason)
    SELECT ${tx.workspaceId}::uuid, t.line_id, 1 + coalesce((
        SELECT max(p.ordinal) FROM purchase_promise p
        WHERE p.workspace_id = ${tx.workspaceId}::uuid AND p.line_id = t.line_id), 0),
      t.day, t.said_at, t.by, t.source, t.person_id, t.reason
    FROM UNNEST(${revisions.map(({ lineId }) => lineId)}::uuid[], ${revisions.map(({ on }) => on)}::date[],
      ${revisions.map(({ saidAt }) => saidAt)}::timestamptz[], ${revisions.map(({ by }) => by.kind)}::text[],
      ${revisions.map(({ by }) => (by.kind === 'source' ? by.name : null))}::text[],
      ${revisions.map(({ by }) => (by.kind === 'person' ? by.id : null))}::uuid[],
      ${revisions.map(({ reason }) => reason)}::text[]) AS t (line_id, day, said_at, by, source, person_id, reason)`;
}

export async function analyzeLines(tx: Tx): Promise<void> {
  await writes(tx).$executeRaw`ANALYZE purchase_line, purchase_promise`;
}
