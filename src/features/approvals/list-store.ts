import type { Scope } from '../../core/database.ts';
import { Prisma } from '../../db/generated/client.ts';
import { reads } from '../../db/scope.ts';
import type { Filter } from './list-rules.ts';
import type { Approval } from './rules.ts';
import { type ApprovalRow, approvalColumns, readRow } from './store.ts';

/** Who looks, and what waits for them. */
export interface Looking {
  readonly me: string | null;
  readonly forMe: readonly string[];
}

/** More than wait at one time in any shop. */
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

/** What is asked about these and not over yet, newest first. */
export async function listPending(scope: Scope, subjects: readonly string[]): Promise<readonly Approval[]> {
  const rows = await reads(scope).$queryRaw<ApprovalRow[]>`
    SELECT ${approvalColumns(scope.workspaceId)} FROM approval a
    WHERE a.workspace_id = ${scope.workspaceId}::uuid AND a.subject = ANY(${[...subjects]}::text[])
      AND a.state IN ('waiting', 'approved', 'failed')
    ORDER BY a.number DESC LIMIT ${mostWaiting}`;
  return rows.map(readRow);
}

function fits({ workspaceId }: Scope, { state, kind, whose }: Filter, { me, forMe }: Looking): Prisma.Sql {
  return Prisma.sql`a.workspace_id = ${workspaceId}::uuid AND (${state} = 'all' OR a.state = ${state})
    AND (${kind}::text IS NULL OR a.kind = ${kind})
    AND (${whose} <> 'mine' OR a.requester_id = ${me}::uuid)
    AND (${whose} <> 'for me' OR a.id = ANY(${[...forMe]}::uuid[]))`;
}

/** What waits for the one who looks, then the rest; the newest first. */
export async function listApprovals(
  scope: Scope,
  filter: Filter,
  looking: Looking,
  limit: number,
): Promise<readonly Approval[]> {
  const [afterRank = null, afterNumber = null] = filter.after ?? [];
  const rank = Prisma.sql`(CASE WHEN a.id = ANY(${[...looking.forMe]}::uuid[]) THEN 0 ELSE 1 END)`;
  const rows = await reads(scope).$queryRaw<ApprovalRow[]>`
    SELECT ${approvalColumns(scope.workspaceId)} FROM approval a
    WHERE a.workspace_id = ${scope.workspaceId}::uuid AND ${fits(scope, filter, looking)}
      AND (${afterRank}::int IS NULL OR (${rank}, -a.number) > (${afterRank}::int, -${afterNumber}::int))
    ORDER BY ${rank}, a.number DESC LIMIT ${limit}`;
  return rows.map(readRow);
}

export async function countApprovals(scope: Scope, filter: Filter, looking: Looking): Promise<number> {
  const [row] = await reads(scope).$queryRaw<{ n: number }[]>`
    SELECT count(*)::int AS n FROM approval a
    WHERE a.workspace_id = ${scope.workspaceId}::uuid AND ${fits(scope, filter, looking)}`;
  return row?.n ?? 0;
}
