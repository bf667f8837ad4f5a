import type { Scope, Tx } from '../../../core/runtime/database.ts';
import { Prisma } from '../../../db/generated/client.ts';
import { reads, writes } from '../../../db/scope.ts';
import type { IssueEvent, Step } from './event-model.ts';
import { somebody } from './store.ts';

const columns = (workspaceId: string) => Prisma.sql`
  e.id, e.issue_id AS "issueId", e.what, e.at, e.before, e.after, e.note,
  ${somebody(workspaceId, Prisma.sql`e.person_id`)} AS "by",
  ${somebody(workspaceId, Prisma.sql`coalesce(e.after ->> 'owner', e.after ->> 'left')::uuid`)} AS about`;

export async function appendEvent(
  tx: Tx,
  event: Step & {
    readonly id: string;
    readonly issueId: string;
    readonly at: Date;
    readonly actorKind: string;
    readonly personId: string | null;
  },
): Promise<void> {
  const { what, before = {}, after = {}, note = null, id, issueId, at, actorKind, personId } = event;
  await writes(tx).issueEvent.create({
    data: {
      workspaceId: tx.workspaceId,
      id,
      issueId,
      what,
      at,
      actorKind,
      personId,
      before: before as Prisma.InputJsonObject,
      after: after as Prisma.InputJsonObject,
      note,
    },
  });
}

export async function findEvent(scope: Scope, id: string): Promise<IssueEvent | null> {
  const [row] = await reads(scope).$queryRaw<IssueEvent[]>`
    SELECT ${columns(scope.workspaceId)} FROM issue_event e
    WHERE e.workspace_id = ${scope.workspaceId}::uuid AND e.id = ${id}::uuid`;
  return row ?? null;
}

/** So many steps before one of them, or the newest; oldest of them first. */
export async function eventsBefore(
  scope: Scope,
  issueId: string,
  before: string | null,
  limit: number,
): Promise<readonly IssueEvent[]> {
  const rows = await reads(scope).$queryRaw<IssueEvent[]>`
    SELECT ${columns(scope.workspaceId)} FROM issue_event e
    WHERE e.workspace_id = ${scope.workspaceId}::uuid AND e.issue_id = ${issueId}::uuid
      AND (${before}::uuid IS NULL OR (e.at, e.id) < (
        SELECT b.at, b.id FROM issue_event b
        WHERE b.workspace_id = ${scope.workspaceId}::uuid AND b.id = ${before}::uuid))
    ORDER BY e.at DESC, e.id DESC LIMIT ${limit}`;
  return rows.toReversed();
}
