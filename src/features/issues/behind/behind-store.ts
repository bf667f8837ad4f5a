import { somebody } from '../../../cases/person-store.ts';
import type { Scope, Tx } from '../../../core/runtime/database.ts';
import { Prisma } from '../../../db/generated/client.ts';
import { reads, writes } from '../../../db/scope.ts';
import type { Behind } from '../issue/model.ts';

/** Things of one kind that an issue's card does not name, by their ids: there may be thousands. */
export async function insertBehind(tx: Tx, issueId: string, { what, refs }: Behind): Promise<void> {
  await writes(tx).$executeRaw`
    INSERT INTO issue_link (workspace_id, issue_id, what, ref, label, behind)
    SELECT ${tx.workspaceId}::uuid, ${issueId}::uuid, ${what}, ref, '', true
    FROM UNNEST(${[...refs]}::text[]) AS ref ON CONFLICT DO NOTHING`;
}

/** Which link that its card names an issue is known by: its kind, and the last eight digits of its id, which a button carries. */
export interface Known {
  readonly what: string;
  readonly code: string;
}

/** The things of a kind that stand behind an issue, by id. */
export async function readBehind(scope: Scope, what: string, known: Known): Promise<readonly string[]> {
  const rows = await reads(scope).$queryRaw<{ ref: string }[]>`
    SELECT DISTINCT l.ref FROM issue_link n
    JOIN issue_link l ON l.workspace_id = n.workspace_id AND l.issue_id = n.issue_id AND l.what = ${what} AND l.behind
    WHERE n.workspace_id = ${scope.workspaceId}::uuid AND n.what = ${known.what} AND right(n.ref, 8) = ${known.code}`;
  return rows.map(({ ref }) => ref);
}

/** Its number; null: there is none. Of several, such as a follow-up, the first. */
export async function readNumber(scope: Scope, known: Known): Promise<number | null> {
  const [row] = await reads(scope).$queryRaw<{ number: number }[]>`
    SELECT i.number FROM issue_link n JOIN issue i ON i.workspace_id = n.workspace_id AND i.id = n.issue_id
    WHERE n.workspace_id = ${scope.workspaceId}::uuid AND n.what = ${known.what} AND right(n.ref, 8) = ${known.code}
    ORDER BY i.number LIMIT 1`;
  return row?.number ?? null;
}

/** An issue about a thing. */
export interface IssueAbout {
  readonly id: string;
  readonly number: number;
  readonly isOpen: boolean;
  readonly matter: string;
  /** Who raised it; null: no person did. */
  readonly by: string | null;
  readonly at: Date;
}

/** About each of these things the latest open issue, else the latest, by id, among the matters that begin so. */
export async function readAbout(
  scope: Scope,
  { what, refs }: Behind,
  matters: string,
): Promise<ReadonlyMap<string, IssueAbout>> {
  if (refs.length === 0) return new Map();
  const rows = await reads(scope).$queryRaw<
    (Omit<IssueAbout, 'by'> & { ref: string; reporter: { readonly name: string } | null })[]
  >`
    SELECT DISTINCT ON (l.ref) l.ref, i.id, i.number, i.resolved_at IS NULL AS "isOpen", i.dedup_key AS matter,
      ${somebody(scope.workspaceId, Prisma.sql`i.reporter_id`)} AS reporter, i.created_at AS at
    FROM issue_link l JOIN issue i ON i.workspace_id = l.workspace_id AND i.id = l.issue_id
    WHERE l.workspace_id = ${scope.workspaceId}::uuid AND l.what = ${what} AND l.ref = ANY(${[...refs]}::text[])
      AND starts_with(i.dedup_key, ${matters})
    ORDER BY l.ref, i.resolved_at IS NULL DESC, i.number DESC`;
  return new Map(rows.map(({ ref, reporter, ...issue }) => [ref, { ...issue, by: reporter?.name ?? null }]));
}
