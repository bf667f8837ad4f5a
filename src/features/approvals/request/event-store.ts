import { type EventTable, readEvent, readEvents } from '../../../cases/event-store.ts';
import type { EventRow, Somebody } from '../../../cases/model.ts';
import { somebody } from '../../../cases/person-store.ts';
import type { Scope, Tx } from '../../../core/runtime/database.ts';
import { Prisma } from '../../../db/generated/client.ts';
import { reads, writes } from '../../../db/scope.ts';
import type { ApprovalEvent, EventKind } from './event-model.ts';

const events: EventTable = {
  table: Prisma.sql`approval_event`,
  caseId: Prisma.sql`e.approval_id`,
  about: Prisma.sql`coalesce(e.authority_id, (e.after ->> 'person')::uuid)`,
};

export async function appendEvent(tx: Tx, event: EventRow<EventKind>): Promise<void> {
  const { caseId: approvalId, before, after, ...plain } = event;
  const { workspaceId } = tx;
  const authorityId = typeof after.inPlaceOf === 'string' ? after.inPlaceOf : null;
  const facts = { before: before as Prisma.InputJsonObject, after: after as Prisma.InputJsonObject };
  await writes(tx).approvalEvent.create({
    data: { ...plain, ...facts, authorityId, workspaceId, approvalId },
  });
}

export async function findEvent(scope: Scope, id: string): Promise<ApprovalEvent | null> {
  return await readEvent(scope, events, id);
}

/** The newest events of a request, oldest first. */
export async function listEvents(
  scope: Scope,
  approvalId: string,
  limit: number,
): Promise<readonly ApprovalEvent[]> {
  return await readEvents(scope, events, approvalId, { limit });
}

export async function lastQuestioner(scope: Scope, approvalId: string): Promise<Somebody | null> {
  const [row] = await reads(scope).$queryRaw<{ by: Somebody | null }[]>`
    SELECT ${somebody(scope.workspaceId, Prisma.sql`e.person_id`)} AS "by" FROM approval_event e
    WHERE e.workspace_id = ${scope.workspaceId}::uuid AND e.approval_id = ${approvalId}::uuid AND e.what = 'question'
    ORDER BY e.at DESC, e.id DESC LIMIT 1`;
  return row?.by ?? null;
}

/** Since when silences have not extended the deadline yet: the start of the round, or the last extension. */
export async function silencesUncountedSince(scope: Scope, approvalId: string): Promise<Date | null> {
  const { workspaceId } = scope;
  const row = await reads(scope).approvalEvent.findFirst({
    where: { workspaceId, approvalId, what: { in: ['asked', 'asked again', 'put off'] } },
    orderBy: { at: 'desc' },
    select: { at: true },
  });
  return row?.at ?? null;
}

export async function lastEventAt(scope: Scope, approvalId: string): Promise<Date | null> {
  const { workspaceId } = scope;
  const row = await reads(scope).approvalEvent.findFirst({
    where: { workspaceId, approvalId },
    orderBy: { at: 'desc' },
    select: { at: true },
  });
  return row?.at ?? null;
}
