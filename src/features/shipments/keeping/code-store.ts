import type { Scope, Tx } from '../../../core/runtime/database.ts';
import { Prisma } from '../../../db/generated/client.ts';
import { reads, writes } from '../../../db/scope.ts';
import type { CodesKnown } from '../fold/model.ts';
import {
  type Reason,
  reasonAsCode,
  reasonInCode,
  reasons,
  type Status,
  statusAsCode,
  statuses,
  statusInCode,
} from '../status/model.ts';

/** What a code of a status or of a reason means. */
export type Meant = Status | Reason;

/** New events of one code that nobody here knows. */
export interface CodeCount {
  readonly source: string;
  readonly code: string;
  readonly count: number;
  readonly firstAt: Date;
  readonly lastAt: Date;
  /** A tracking number. */
  readonly sample: string;
}

/** Adds to the counts, in one order for everybody: whatever came first, they end the same. */
export async function countCodes(tx: Tx, codes: readonly CodeCount[]): Promise<void> {
  if (codes.length === 0) return;
  await writes(tx).$executeRaw`
    INSERT INTO unknown_code AS known (workspace_id, source, code, count, first_at, last_at, sample)
    SELECT ${tx.workspaceId}::uuid, told.* FROM UNNEST(
      ${codes.map((c) => c.source)}::text[], ${codes.map((c) => c.code)}::text[], ${codes.map((c) => c.count)}::int[],
      ${codes.map((c) => c.firstAt)}::timestamptz[], ${codes.map((c) => c.lastAt)}::timestamptz[],
      ${codes.map((c) => c.sample)}::text[]) AS told (source, code, count, first_at, last_at, sample)
    ORDER BY told.source, told.code
    ON CONFLICT (workspace_id, source, code) DO UPDATE SET count = known.count + EXCLUDED.count,
      first_at = least(known.first_at, EXCLUDED.first_at), last_at = greatest(known.last_at, EXCLUDED.last_at)`;
}

/** What codes mean that somebody mapped. There are some dozens. */
export async function codesKnown(scope: Scope): Promise<CodesKnown> {
  const rows = await reads(scope).$queryRaw<{ source: string; code: string; status: string }[]>`
    /* prepared: shipments.status-map */
    SELECT source, code, status FROM status_map WHERE workspace_id = ${scope.workspaceId}::uuid`;
  const keyOf = (source: string, code: string) => JSON.stringify([source, code]);
  const map = new Map(rows.map(({ source, code, status }) => [keyOf(source, code), status]));
  const meant = (source: string, code: string) => map.get(keyOf(source, code));
  return {
    statusOf: (source, code) => statuses.find((one) => one === meant(source, statusAsCode(code))) ?? null,
    reasonOf: (source, said) => reasons.find((one) => one === meant(source, reasonAsCode(said))) ?? null,
  };
}

/** What a code means; null: nobody has said it. */
export function meaningOf({ statusOf, reasonOf }: CodesKnown, { source, code }: SourceCode): Meant | null {
  const reason = reasonInCode(code);
  return reason === null ? statusOf(source, statusInCode(code)) : reasonOf(source, reason);
}

export interface SourceCode {
  readonly source: string;
  readonly code: string;
}

/** Says what a code means; null: nobody knows any more. */
export async function setMeaning(tx: Tx, { source, code }: SourceCode, status: Meant | null): Promise<void> {
  const { workspaceId } = tx;
  if (status === null) await writes(tx).statusMap.deleteMany({ where: { workspaceId, source, code } });
  else
    await writes(tx).statusMap.upsert({
      where: { workspaceId_source_code: { workspaceId, source, code } },
      create: { workspaceId, source, code, status },
      update: { status },
    });
}

/** Whether any event had a code that nobody here knew. */
export async function wasSent(scope: Scope, { source, code }: SourceCode): Promise<boolean> {
  const sent = await reads(scope).unknownCode.count({
    where: { workspaceId: scope.workspaceId, source, code },
  });
  return sent > 0;
}

/** The series with an event of a code that nobody here knew. */
export async function seriesWith(scope: Scope, { source, code }: SourceCode): Promise<readonly string[]> {
  const reason = reasonInCode(code);
  const which =
    reason === null
      ? Prisma.sql`code = ${statusInCode(code)} AND status = 'unknown'`
      : Prisma.sql`reason_code = ${reason} AND reason_code IS NOT NULL`;
  const rows = await reads(scope).$queryRaw<{ seriesId: string }[]>`
    SELECT DISTINCT series_id AS "seriesId" FROM shipment_event
    WHERE workspace_id = ${scope.workspaceId}::uuid AND source = ${source} AND ${which}
    ORDER BY series_id`;
  return rows.map(({ seriesId }) => seriesId);
}

/** A code that nobody here knew, and what somebody said that it means. */
export interface ListedCode extends CodeCount {
  readonly status: Meant | null;
}

/** Those that nobody has mapped come first, of them the most frequent. */
export async function listedCodes(scope: Scope, limit: number): Promise<readonly ListedCode[]> {
  return await reads(scope).$queryRaw<ListedCode[]>`
    SELECT c.source, c.code, c.count, c.first_at AS "firstAt", c.last_at AS "lastAt", c.sample, m.status
    FROM unknown_code c
    LEFT JOIN status_map m ON m.workspace_id = c.workspace_id AND m.source = c.source AND m.code = c.code
    WHERE c.workspace_id = ${scope.workspaceId}::uuid
    ORDER BY m.status IS NOT NULL, c.count DESC, c.source, c.code LIMIT ${limit}::int`;
}

/** How many codes wait for somebody to say what they mean. */
export async function countUnmapped(scope: Scope): Promise<number> {
  const [row] = await reads(scope).$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM unknown_code c
    WHERE c.workspace_id = ${scope.workspaceId}::uuid AND NOT EXISTS (
      SELECT 1 FROM status_map m
      WHERE m.workspace_id = c.workspace_id AND m.source = c.source AND m.code = c.code)`;
  return row?.count ?? 0;
}
