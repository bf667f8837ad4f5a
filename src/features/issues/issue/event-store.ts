import { type EventTable, readEvent, readEvents } from '../../../cases/event-store.ts';
import type { EventRow } from '../../../cases/model.ts';
import type { Scope, Tx } from '../../../core/runtime/database.ts';
import { Prisma } from '../../../db/generated/client.ts';
import { writes } from '../../../db/scope.ts';
import type { EventKind, IssueEvent } from './event-model.ts';

const events: EventTable = {
  table: Prisma.sql`issue_event`,
  caseId: Prisma.sql`e.issue_id`,
  // The new owner, the person who was asked, or who left.
  about: Prisma.sql`coalesce(e.after ->> 'owner', e.after ->> 'asked', e.after ->> 'left')::uuid`,
};

export async function appendEvent(tx: Tx, event: EventRow<EventKind>): Promise<void> {
  const { caseId: issueId, before, after, ...plain } = event;
  const { workspaceId } = tx;
  const facts = { before: before as Prisma.InputJsonObject, after: after as Prisma.InputJsonObject };
  await writes(tx).issueEvent.create({ data: { ...plain, ...facts, workspaceId, issueId } });
}

export async function findEvent(scope: Scope, id: string): Promise<IssueEvent | null> {
  return await readEvent(scope, events, id);
}

/** The last event of one kind; null: there is none. */
export async function findLastEvent(
  scope: Scope,
  issueId: string,
  what: EventKind,
): Promise<IssueEvent | null> {
  const [event = null] = await readEvents<EventKind>(scope, events, issueId, { limit: 1, what });
  return event;
}

/** The newest events, or the ones before `before`; oldest first. */
export async function listEvents(
  scope: Scope,
  issueId: string,
  page: { readonly limit: number; readonly before?: string | null },
): Promise<readonly IssueEvent[]> {
  return await readEvents(scope, events, issueId, page);
}
