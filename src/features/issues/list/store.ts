import type { Scope } from '../../../core/runtime/database.ts';
import type { Department } from '../../../core/tokens/departments.ts';
import type { Paged } from '../../../core/tokens/page.ts';
import { Prisma } from '../../../db/generated/client.ts';
import { comesAfter, inListOrder, type ListOrder } from '../../../db/page.ts';
import { reads } from '../../../db/scope.ts';
import { type Issue, type Severity, severities } from '../issue/model.ts';
import { issueColumns } from '../issue/store.ts';
import type { Counts, Filter, Happened, Worst } from './model.ts';

/** Worst first, then newest: the expressions of issue_list_idx. */
const order: ListOrder = {
  rank: Prisma.sql`array_position(${[...severities]}::text[], i.severity) - 1`,
  number: Prisma.sql`i.number`,
};

/** More than one person can have in hand. */
const mostOwn = 100;

function fits(
  scope: Scope,
  { state, severity, department, whose, after }: Paged<Filter>,
  me: string | null,
): Prisma.Sql {
  return Prisma.sql`i.workspace_id = ${scope.workspaceId}::uuid
    AND ${state === 'open' ? Prisma.sql`i.resolved_at IS NULL` : Prisma.sql`i.state = ${state}`}
    AND ${severity ? Prisma.sql`${order.rank} = ${severities.indexOf(severity)}` : Prisma.sql`true`}
    AND (${department}::text IS NULL OR i.department = ${department})
    AND (${whose} = 'all' OR i.owner_id = ${me}::uuid OR i.asked_id = ${me}::uuid)
    AND ${comesAfter(after, order)}`;
}

export async function listIssues(
  scope: Scope,
  filter: Paged<Filter>,
  me: string | null,
  limit: number,
): Promise<readonly Issue[]> {
  return await reads(scope).$queryRaw<Issue[]>`
    SELECT ${issueColumns(scope.workspaceId)} FROM issue i
    WHERE i.workspace_id = ${scope.workspaceId}::uuid AND ${fits(scope, filter, me)}
    ${inListOrder(order)} LIMIT ${limit}`;
}

/** Open issues that somebody has, about anything of a kind; worst first. */
export async function listOwnAbout(scope: Scope, owner: string, what: string): Promise<readonly Issue[]> {
  const { workspaceId } = scope;
  return await reads(scope).$queryRaw<Issue[]>`
    SELECT ${issueColumns(workspaceId)} FROM issue i
    WHERE i.workspace_id = ${workspaceId}::uuid AND i.resolved_at IS NULL AND i.owner_id = ${owner}::uuid
      AND EXISTS (
        SELECT 1 FROM issue_link l WHERE l.workspace_id = ${workspaceId}::uuid AND l.issue_id = i.id AND l.what = ${what})
    ${inListOrder(order)} LIMIT ${mostOwn}`;
}

export async function countIssues(scope: Scope, filter: Paged<Filter>, me: string | null): Promise<number> {
  const [row] = await reads(scope).$queryRaw<{ n: number }[]>`
    SELECT count(*)::int AS n FROM issue i
    WHERE i.workspace_id = ${scope.workspaceId}::uuid AND ${fits(scope, filter, me)}`;
  return row?.n ?? 0;
}

/** How many of them are critical, and how many were promised for before now. */
export async function countWorst(scope: Scope, filter: Filter, me: string | null, now: Date): Promise<Worst> {
  const [row] = await reads(scope).$queryRaw<Worst[]>`
    SELECT count(*) FILTER (WHERE i.severity = 'critical')::int AS critical,
      count(*) FILTER (WHERE i.state = 'on it' AND i.promise_at <= ${now})::int AS late FROM issue i
    WHERE i.workspace_id = ${scope.workspaceId}::uuid AND ${fits(scope, { ...filter, after: null }, me)}`;
  return row ?? { critical: 0, late: 0 };
}

/** The open issues of all other departments, by severity. */
export async function countElsewhere(scope: Scope, department: Department): Promise<Counts> {
  const rows = await reads(scope).$queryRaw<{ severity: Severity; n: number }[]>`
    SELECT severity, count(*)::int AS n FROM issue
    WHERE workspace_id = ${scope.workspaceId}::uuid AND resolved_at IS NULL AND department <> ${department}
    GROUP BY severity`;
  return Object.fromEntries(rows.map(({ severity, n }) => [severity, n]));
}

/** Every open critical issue, and those of some departments that nobody is on; without a person's own, worst first. */
export async function listUnattended(
  scope: Scope,
  {
    departments,
    overseesAll,
    me,
    limit,
  }: {
    readonly departments: readonly string[];
    /** High ones that nobody is on are wanted from every department. */
    readonly overseesAll: boolean;
    readonly me: string | null;
    readonly limit: number;
  },
): Promise<{ readonly issues: readonly Issue[]; readonly total: number }> {
  const rows = await reads(scope).$queryRaw<(Issue & { total: number })[]>`
    SELECT ${issueColumns(scope.workspaceId)}, count(*) OVER ()::int AS total FROM issue i
    WHERE i.workspace_id = ${scope.workspaceId}::uuid AND i.resolved_at IS NULL
      AND (i.severity = 'critical'
        OR (i.taken_at IS NULL AND i.state <> 'waiting'
          AND (i.department = ANY(${departments}::text[]) OR (${overseesAll} AND i.severity = 'high'))))
      AND i.owner_id IS DISTINCT FROM ${me}::uuid
    ${inListOrder(order)} LIMIT ${limit}`;
  return { issues: rows, total: rows[0]?.total ?? 0 };
}

/** Those raised, or resolved, from a moment on until another, or until now: the worst first, and how many there are in all. */
export async function listSince(
  scope: Scope,
  what: 'raised' | 'resolved',
  { since, until }: { readonly since: Date; readonly until: Date | null },
  limit: number,
): Promise<Happened> {
  const { workspaceId } = scope;
  const at = what === 'raised' ? Prisma.sql`i.created_at` : Prisma.sql`i.resolved_at`;
  const before = until === null ? Prisma.empty : Prisma.sql`AND ${at} < ${until}::timestamptz`;
  const happened = Prisma.sql`${at} >= ${since}::timestamptz ${before}`;
  const rows = await reads(scope).$queryRaw<(Issue & Omit<Happened, 'issues'>)[]>`
    SELECT ${issueColumns(workspaceId)}, count(*) OVER ()::int AS total,
      (count(*) FILTER (WHERE i.severity = 'critical') OVER ())::int AS critical FROM issue i
    WHERE i.workspace_id = ${workspaceId}::uuid AND ${happened} ${inListOrder(order)} LIMIT ${limit}::int`;
  return { issues: rows, total: rows[0]?.total ?? 0, critical: rows[0]?.critical ?? 0 };
}

/** More issues than these share only common words, and of those the newest are wanted. */
const mostAlike = 500;

/**
 * By words of the title, typos forgiven; open issues first. Compared are those that contain the text as typed, and of those
 * that are alike the newest.
 */
export async function searchIssues(scope: Scope, text: string, limit: number): Promise<readonly Issue[]> {
  const { workspaceId } = scope;
  const literal = `%${text.replace(/[\\%_]/g, '\\$&')}%`;
  const alike = Prisma.sql`${text} <% i.title`;
  const newest = (which: Prisma.Sql) => Prisma.sql`(
    SELECT i.id, i.number, i.title, i.resolved_at FROM issue i
    WHERE i.workspace_id = ${workspaceId}::uuid AND ${which} ORDER BY i.number DESC LIMIT ${mostAlike})`;
  const best = Prisma.sql`ORDER BY i.resolved_at IS NULL DESC, word_similarity(${text}, i.title) DESC, i.number DESC LIMIT ${limit}`;
  return await reads(scope).$queryRaw<Issue[]>`
    SELECT ${issueColumns(workspaceId)} FROM (
      SELECT i.id FROM (
        ${newest(Prisma.sql`i.title ILIKE ${literal}`)} UNION
        ${newest(Prisma.sql`${alike} AND i.resolved_at IS NULL`)} UNION
        ${newest(alike)}) i
      ${best}) found
    JOIN issue i ON i.workspace_id = ${workspaceId}::uuid AND i.id = found.id
    ${best}`;
}
