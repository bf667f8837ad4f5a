import type { Scope } from '../../../core/runtime/database.ts';
import type { Thing } from '../../../core/tokens/asking.ts';
import type { Paged } from '../../../core/tokens/page.ts';
import { Prisma } from '../../../db/generated/client.ts';
import { comesAfter, inListOrder, type ListOrder } from '../../../db/page.ts';
import { reads } from '../../../db/scope.ts';
import type { ApprovalFilter } from '../request/list-filter.ts';
import type { Approval } from '../request/model.ts';
import { type ApprovalRow, approvalColumns, headlineColumns, readRow } from '../request/store.ts';
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
      SELECT ${headlineColumns(workspaceId)}, (count(*) OVER ())::int AS total FROM approval a
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

/** First the requests that wait for the reader, then the others; the newest first. */
function orderFor({ forMe }: ListReader): ListOrder {
  const rank = Prisma.sql`(CASE WHEN a.id = ANY(${[...forMe]}::uuid[]) THEN 0 ELSE 1 END)`;
  return { rank, number: Prisma.sql`a.number` };
}

function fits(
  { workspaceId }: Scope,
  { state, kind, whose, after }: Paged<ApprovalFilter>,
  reader: ListReader,
): Prisma.Sql {
  const { me, forMe } = reader;
  return Prisma.sql`a.workspace_id = ${workspaceId}::uuid AND (${state} = 'all' OR a.state = ${state})
    AND (${kind}::text IS NULL OR a.kind = ${kind})
    AND (${whose} <> 'mine' OR a.requester_id = ${me}::uuid)
    AND (${whose} <> 'for me' OR a.id = ANY(${[...forMe]}::uuid[]))
    AND ${comesAfter(after, orderFor(reader))}`;
}

export async function listApprovals(
  scope: Scope,
  filter: Paged<ApprovalFilter>,
  reader: ListReader,
  limit: number,
): Promise<readonly Approval[]> {
  const rows = await reads(scope).$queryRaw<ApprovalRow[]>`
    SELECT ${approvalColumns(scope.workspaceId)} FROM approval a
    WHERE a.workspace_id = ${scope.workspaceId}::uuid AND ${fits(scope, filter, reader)}
    ${inListOrder(orderFor(reader))} LIMIT ${limit}`;
  return rows.map(readRow);
}

export async function countApprovals(
  scope: Scope,
  filter: Paged<ApprovalFilter>,
  reader: ListReader,
): Promise<number> {
  const [row] = await reads(scope).$queryRaw<{ n: number }[]>`
    SELECT count(*)::int AS n FROM approval a
    WHERE a.workspace_id = ${scope.workspaceId}::uuid AND ${fits(scope, filter, reader)}`;
  return row?.n ?? 0;
}
