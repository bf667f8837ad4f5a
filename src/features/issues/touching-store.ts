import type { Scope } from '../../core/database.ts';
import { Prisma } from '../../db/generated/client.ts';
import { reads } from '../../db/scope.ts';
import { type Issue, type Link, severities } from './rules.ts';
import { issueColumns, somebody } from './store.ts';
import type { Touching } from './touching-rules.ts';

/** The worst open issues that touch each of these, and how many there are. */
export async function openTouching(
  scope: Scope,
  what: string,
  refs: readonly string[],
  each: number,
): Promise<readonly Touching[]> {
  const { workspaceId } = scope;
  return await reads(scope).$queryRaw<Touching[]>`
    SELECT * FROM (
      SELECT l.ref, i.id, i.number, i.severity, i.title, ${somebody(workspaceId, Prisma.sql`i.owner_id`)} AS owner,
        (count(*) OVER (PARTITION BY l.ref))::int AS total,
        (row_number() OVER (PARTITION BY l.ref
          ORDER BY array_position(${[...severities]}::text[], i.severity), i.number DESC))::int AS place
      FROM issue_link l JOIN issue i ON i.workspace_id = l.workspace_id AND i.id = l.issue_id
      WHERE l.workspace_id = ${workspaceId}::uuid AND l.what = ${what} AND l.ref = ANY(${refs}::text[])
        AND i.resolved_at IS NULL
    ) t WHERE place <= ${each} ORDER BY ref, place`;
}

/** The open issues that touch one thing, worst first. */
export async function listTouching(
  scope: Scope,
  { what, ref }: Pick<Link, 'what' | 'ref'>,
  limit: number,
): Promise<readonly Issue[]> {
  return await reads(scope).$queryRaw<Issue[]>`
    SELECT ${issueColumns(scope.workspaceId)} FROM issue i
    WHERE i.workspace_id = ${scope.workspaceId}::uuid AND i.resolved_at IS NULL AND EXISTS (
      SELECT 1 FROM issue_link l WHERE l.workspace_id = i.workspace_id AND l.issue_id = i.id
        AND l.what = ${what} AND l.ref = ${ref})
    ORDER BY array_position(${[...severities]}::text[], i.severity), i.number DESC LIMIT ${limit}`;
}
