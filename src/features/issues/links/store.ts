import { somebody } from '../../../cases/person-store.ts';
import type { Scope } from '../../../core/runtime/database.ts';
import { together } from '../../../db/batch.ts';
import { Prisma } from '../../../db/generated/client.ts';
import { reads } from '../../../db/scope.ts';
import { type Issue, type Link, severities } from '../issue/model.ts';
import { issueColumns, owner } from '../issue/store.ts';
import { type LinkedIssue, linkedShown } from './model.ts';

export interface Asked {
  readonly what: string;
  readonly refs: readonly string[];
}

// Separators that no reference contains: `normalise` removes control characters, and ids have none.
const between = '\u001F';
const within = '\u001E';

// Worst first, then newest.
const order = Prisma.sql`array_position(${[...severities]}::text[], i.severity), i.number DESC`;

const rank = ({ severity }: LinkedIssue) => severities.indexOf(severity);

/** The worst open issues of each of these, with the number of all. */
export const openLinkedIssues = together(
  async (scope: Scope, asked: readonly Asked[]): Promise<readonly (readonly LinkedIssue[])[]> => {
    const { workspaceId } = scope;
    // One parameter for all keeps the query plan: see the look-up of stock.
    const keys = [...new Set(asked.flatMap(({ what, refs }) => refs.map((ref) => `${what}${within}${ref}`)))];
    const rows = await reads(scope).$queryRaw<(LinkedIssue & { readonly what: string })[]>`
      /* prepared: issues.touching */
      SELECT k.what, k.ref, t.* FROM (
        SELECT split_part(one, ${within}::text, 1) AS what, split_part(one, ${within}::text, 2) AS ref
        FROM string_to_table(${keys.join(between)}::text, ${between}::text) AS one
      ) k CROSS JOIN LATERAL (
        SELECT i.id, i.number, i.severity, i.title, ${somebody(workspaceId, owner)} AS owner,
          (count(*) OVER ())::int AS total
        FROM issue_link l JOIN issue i ON i.workspace_id = l.workspace_id AND i.id = l.issue_id
        WHERE l.workspace_id = ${workspaceId}::uuid AND l.what = k.what AND l.ref = k.ref AND i.resolved_at IS NULL
        ORDER BY ${order} LIMIT ${linkedShown}
      ) t`;
    // A join keeps no order.
    rows.sort((a, b) => rank(a) - rank(b) || b.number - a.number);
    return asked.map(({ what, refs }) => rows.filter((row) => row.what === what && refs.includes(row.ref)));
  },
);

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
