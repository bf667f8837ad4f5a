import type { Scope } from '../core/runtime/database.ts';
import { Prisma } from '../db/generated/client.ts';
import { reads } from '../db/scope.ts';
import type { CaseEvent } from './model.ts';
import { somebody } from './person-store.ts';

/** The table of a kind's events; queries call its row `e`. */
export interface EventTable {
  readonly table: Prisma.Sql;
  readonly caseId: Prisma.Sql;
  /** The id of the second person an event names. */
  readonly about: Prisma.Sql;
}

const columns = (workspaceId: string, { caseId, about }: EventTable) => Prisma.sql`
  e.id, ${caseId} AS "caseId", e.what, e.at, e.before, e.after, e.note,
  CASE WHEN e.connector IS NULL THEN ${somebody(workspaceId, Prisma.sql`e.person_id`)}
    ELSE json_build_object('id', e.connector, 'name', e.connector, 'slackUserId', '', 'active', true) END AS "by", ${somebody(workspaceId, about)} AS about`;

export async function readEvent<Kind extends string>(
  scope: Scope,
  events: EventTable,
  id: string,
): Promise<CaseEvent<Kind> | null> {
  const [row] = await reads(scope).$queryRaw<CaseEvent<Kind>[]>`
    SELECT ${columns(scope.workspaceId, events)} FROM ${events.table} e
    WHERE e.workspace_id = ${scope.workspaceId}::uuid AND e.id = ${id}::uuid`;
  return row ?? null;
}

/** A case's newest events, or those before a given one, of one kind or of all; oldest first. */
export async function readEvents<Kind extends string>(
  scope: Scope,
  events: EventTable,
  caseId: string,
  {
    limit,
    before = null,
    what = null,
  }: { readonly limit: number; readonly before?: string | null; readonly what?: Kind | null },
): Promise<readonly CaseEvent<Kind>[]> {
  const rows = await reads(scope).$queryRaw<CaseEvent<Kind>[]>`
    SELECT ${columns(scope.workspaceId, events)} FROM ${events.table} e
    WHERE e.workspace_id = ${scope.workspaceId}::uuid AND ${events.caseId} = ${caseId}::uuid
      AND (${what}::text IS NULL OR e.what = ${what})
      AND (${before}::uuid IS NULL OR (e.at, e.id) < (
        SELECT b.at, b.id FROM ${events.table} b
        WHERE b.workspace_id = ${scope.workspaceId}::uuid AND b.id = ${before}::uuid))
    ORDER BY e.at DESC, e.id DESC LIMIT ${limit}`;
  return rows.toReversed();
}
