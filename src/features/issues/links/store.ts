import { somebody } from '../../../cases/person-store.ts';
import type { Scope } from '../../../core/runtime/database.ts';
import type { Thing } from '../../../core/tokens/asking.ts';
import { Prisma } from '../../../db/generated/client.ts';
import { reads } from '../../../db/scope.ts';
import { type Issue, type Link, severities } from '../issue/model.ts';
import { issueColumns, owner } from '../issue/store.ts';
import { linkedShown } from './model.ts';

// Worst first, then newest.
const order = Prisma.sql`array_position(${[...severities]}::text[], i.severity), i.number DESC`;

/** Whether an open issue is about a thing, as SQL. */
export function hasLinkedIssue({ workspace, what, ref }: Thing): Prisma.Sql {
  return Prisma.sql`EXISTS (
    SELECT 1 FROM issue_link l JOIN issue i ON i.workspace_id = l.workspace_id AND i.id = l.issue_id
    WHERE l.workspace_id = ${workspace} AND l.what = ${what} AND l.ref = ${ref} AND i.resolved_at IS NULL)`;
}

/** The worst open issues about a thing, each with the number of all, as SQL. */
export function linkedIssues(workspaceId: string, { what, ref }: Thing): Prisma.Sql {
  return Prisma.sql`(
    SELECT json_agg(t) FROM (
      SELECT i.id, i.number, i.severity, i.title, ${somebody(workspaceId, owner)} AS owner,
        (count(*) OVER ())::int AS total
      FROM issue_link l JOIN issue i ON i.workspace_id = l.workspace_id AND i.id = l.issue_id
      WHERE l.workspace_id = ${workspaceId}::uuid AND l.what = ${what} AND l.ref = ${ref} AND i.resolved_at IS NULL
      ORDER BY ${order} LIMIT ${linkedShown}
    ) t)`;
}

/** The open issues linked to one thing, worst first. */
export async function readLinkedIssues(
  scope: Scope,
  { what, ref }: Pick<Link, 'what' | 'ref'>,
  limit: number,
): Promise<readonly Issue[]> {
  return await reads(scope).$queryRaw<Issue[]>`
    SELECT ${issueColumns(scope.workspaceId)} FROM issue i
    WHERE i.workspace_id = ${scope.workspaceId}::uuid AND i.resolved_at IS NULL AND EXISTS (
      SELECT 1 FROM issue_link l WHERE l.workspace_id = i.workspace_id AND l.issue_id = i.id
        AND l.what = ${what} AND l.ref = ${ref})
    ORDER BY ${order} LIMIT ${limit}`;
}
