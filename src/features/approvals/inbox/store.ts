import type { Scope } from '../../../core/runtime/database.ts';
import type { Paged } from '../../../core/tokens/page.ts';
import { together } from '../../../db/batch.ts';
import { Prisma } from '../../../db/generated/client.ts';
import { comesAfter, inListOrder, type ListOrder } from '../../../db/page.ts';
import { reads } from '../../../db/scope.ts';
import type { ApprovalFilter } from '../request/list-filter.ts';
import type { Approval } from '../request/model.ts';
import { type ApprovalRow, approvalColumns, readRow } from '../request/store.ts';

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

// No id contains it.
const separator = '\u001F';

/** Ids of the open requests about a subject: nearly always none, and read with every card of a subject. */
const pendingAbout = together(
  async (scope: Scope, subjects: readonly string[]): Promise<readonly (readonly string[])[]> => {
    // All subjects in one text parameter keep the prepared plan: see the look-up of stock.
    const rows = await reads(scope).$queryRaw<{ subject: string; id: string }[]>`
      /* prepared: approvals.pending */
      SELECT s.subject, p.id FROM string_to_table(${[...new Set(subjects)].join(separator)}::text, ${separator}::text) AS s (subject)
      CROSS JOIN LATERAL (
        SELECT a.id FROM approval a
        WHERE a.workspace_id = ${scope.workspaceId}::uuid AND a.subject = s.subject
          AND a.state IN ('waiting', 'approved', 'failed')
        LIMIT ${mostWaiting}
      ) p`;
    return subjects.map((subject) => rows.filter((row) => row.subject === subject).map(({ id }) => id));
  },
);

/** The open requests about these subjects, newest first. */
export async function listPending(scope: Scope, subjects: readonly string[]): Promise<readonly Approval[]> {
  const ids = (await Promise.all(subjects.map((subject) => pendingAbout(scope, subject)))).flat();
  if (ids.length === 0) return [];
  const rows = await reads(scope).$queryRaw<ApprovalRow[]>`
    SELECT ${approvalColumns(scope.workspaceId)} FROM approval a
    WHERE a.workspace_id = ${scope.workspaceId}::uuid AND a.id = ANY(${ids}::uuid[])
    ORDER BY a.number DESC`;
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
