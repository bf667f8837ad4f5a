import type { Scope } from '../../../core/runtime/database.ts';
import type { Thing } from '../../../core/tokens/asking.ts';
import type { Paged, Place } from '../../../core/tokens/page.ts';
import { Prisma } from '../../../db/generated/client.ts';
import { reads } from '../../../db/scope.ts';
import type { ApprovalFilter } from '../request/list-filter.ts';
import type { Approval } from '../request/model.ts';
import { type ApprovalRow, approvalColumns, openHeadlineColumns, readRow } from '../request/store.ts';
import { pendingNamed } from './model.ts';

/** The reader of a list, and the ids of the requests that wait for them. */
export interface ListReader {
  readonly me: string | null;
  readonly forMe: readonly string[];
}

/** More than any shop has waiting at a time. */
const mostWaiting = 500;

export async function listWaiting(scope: Scope): Promise<readonly Approval[]> {
  const rows = await reads(scope).$queryRaw<ApprovalRow[]>`
    SELECT ${approvalColumns(scope.workspaceId)} FROM approval a
    WHERE a.workspace_id = ${scope.workspaceId}::uuid AND a.state = 'waiting'
    ORDER BY a.number DESC LIMIT ${mostWaiting}`;
  return rows.map(readRow);
}

export async function listNewest(scope: Scope, limit: number): Promise<readonly Approval[]> {
  const rows = await reads(scope).$queryRaw<ApprovalRow[]>`
    SELECT ${approvalColumns(scope.workspaceId)} FROM approval a
    WHERE a.workspace_id = ${scope.workspaceId}::uuid ORDER BY a.number DESC LIMIT ${limit}`;
  return rows.map(readRow);
}

const open = Prisma.sql`a.state IN ('waiting', 'approved', 'failed')`;

/** Whether a request about a thing is open, as SQL. */
export function hasPending({ workspace, ref }: Thing): Prisma.Sql {
  return Prisma.sql`EXISTS (
    SELECT 1 FROM approval a WHERE a.workspace_id = ${workspace} AND a.subject = ${ref} AND ${open})`;
}

/** The newest open requests about a thing, each with the number of all, as SQL. */
export function pendingAbout(workspaceId: string, { ref }: Thing): Prisma.Sql {
  return Prisma.sql`(
    SELECT json_agg(t) FROM (
      SELECT ${openHeadlineColumns(workspaceId)}, (count(*) OVER ())::int AS total FROM approval a
      WHERE a.workspace_id = ${workspaceId}::uuid AND a.subject = ${ref} AND ${open}
      ORDER BY a.number DESC LIMIT ${pendingNamed}
    ) t)`;
}

/** The open requests about a subject, newest first. */
export async function listPending(scope: Scope, subject: string): Promise<readonly Approval[]> {
  const rows = await reads(scope).$queryRaw<ApprovalRow[]>`
    SELECT ${approvalColumns(scope.workspaceId)} FROM approval a
    WHERE a.workspace_id = ${scope.workspaceId}::uuid AND a.subject = ${subject} AND ${open}
    ORDER BY a.number DESC LIMIT ${mostWaiting}`;
  return rows.map(readRow);
}

function fits({ state, kind, whose }: ApprovalFilter, { me, forMe }: ListReader): Prisma.Sql {
  return Prisma.sql`(${state} = 'all' OR a.state = ${state})
    AND (${kind}::text IS NULL OR a.kind = ${kind})
    AND (${whose} <> 'mine' OR a.requester_id = ${me}::uuid)
    AND (${whose} <> 'for me' OR a.id = ANY(${[...forMe]}::uuid[]))`;
}

/** The two parts of a list: what waits for its reader comes before the others. */
const parts = { forMe: 0, others: 1 } as const;

/** What comes after a place, of one part. */
function comesAfter(after: Place | null, part: number): Prisma.Sql {
  const [rank, number] = after ?? [-1, 0];
  if (rank < part) return Prisma.sql`true`;
  return rank === part ? Prisma.sql`a.number < ${number}` : Prisma.sql`false`;
}

/** First the requests that wait for the reader, then the others; the newest first. The others follow an index. */
export async function listApprovals(
  scope: Scope,
  { after, ...filter }: Paged<ApprovalFilter>,
  reader: ListReader,
  limit: number,
): Promise<readonly Approval[]> {
  const { workspaceId } = scope;
  const forMe = [...reader.forMe];
  const wanted = (part: number) => Prisma.sql`
    SELECT a.id, ${part}::int AS part FROM approval a
    WHERE a.workspace_id = ${workspaceId}::uuid AND ${fits(filter, reader)} AND ${comesAfter(after, part)}`;
  const rows = await reads(scope).$queryRaw<ApprovalRow[]>`
    SELECT ${approvalColumns(workspaceId)} FROM (
      (${wanted(parts.forMe)} AND a.id = ANY(${forMe}::uuid[])) UNION ALL
      (${wanted(parts.others)} AND a.id <> ALL(${forMe}::uuid[]) ORDER BY a.number DESC LIMIT ${limit})
    ) listed JOIN approval a ON a.workspace_id = ${workspaceId}::uuid AND a.id = listed.id
    ORDER BY listed.part, a.number DESC LIMIT ${limit}`;
  return rows.map(readRow);
}

/** Counts by number, which an index alone does, and takes off the reader's own that have gone before. */
export async function countApprovals(
  scope: Scope,
  { after, ...filter }: Paged<ApprovalFilter>,
  reader: ListReader,
): Promise<number> {
  const { workspaceId } = scope;
  const [rank, number] = after ?? [null, 0];
  const isAmongOthers = rank === parts.others;
  const before = isAmongOthers ? Prisma.sql`a.number < ${number}` : Prisma.sql`a.number >= ${number}`;
  const [row] = await reads(scope).$queryRaw<{ n: number }[]>`
    SELECT (
      SELECT count(*)::int FROM approval a
      WHERE a.workspace_id = ${workspaceId}::uuid AND ${fits(filter, reader)} AND ${isAmongOthers ? before : Prisma.sql`true`}
    ) - (
      SELECT count(*)::int FROM approval a
      WHERE a.workspace_id = ${workspaceId}::uuid AND ${fits(filter, reader)} AND ${rank === null ? Prisma.sql`false` : before}
        AND a.id = ANY(${[...reader.forMe]}::uuid[])
    ) AS n`;
  return row?.n ?? 0;
}
