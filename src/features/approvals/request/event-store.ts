import type { Scope, Tx } from '../../../core/runtime/database.ts';
import { Prisma } from '../../../db/generated/client.ts';
import { reads, writes } from '../../../db/scope.ts';
import type { ApprovalEvent } from './event-model.ts';
import type { Somebody } from './model.ts';
import { somebody } from './store.ts';

const columns = (workspaceId: string) => Prisma.sql`
  e.id, e.approval_id AS "approvalId", e.what, e.at, e.note,
  ${somebody(workspaceId, Prisma.sql`e.person_id`)} AS "by",
  ${somebody(workspaceId, Prisma.sql`e.authority_id`)} AS "inPlaceOf"`;

export async function appendEvent(
  tx: Tx,
  event: Pick<ApprovalEvent, 'id' | 'approvalId' | 'what' | 'at' | 'note'> & {
    readonly actorKind: string;
    readonly personId: string | null;
    readonly authorityId: string | null;
  },
): Promise<void> {
  await writes(tx).approvalEvent.create({ data: { ...event, workspaceId: tx.workspaceId } });
}

export async function findEvent(scope: Scope, id: string): Promise<ApprovalEvent | null> {
  const [row] = await reads(scope).$queryRaw<ApprovalEvent[]>`
    SELECT ${columns(scope.workspaceId)} FROM approval_event e
    WHERE e.workspace_id = ${scope.workspaceId}::uuid AND e.id = ${id}::uuid`;
  return row ?? null;
}

/** The newest steps, oldest of them first. */
export async function lastEvents(
  scope: Scope,
  approvalId: string,
  limit: number,
): Promise<readonly ApprovalEvent[]> {
  const rows = await reads(scope).$queryRaw<ApprovalEvent[]>`
    SELECT ${columns(scope.workspaceId)} FROM approval_event e
    WHERE e.workspace_id = ${scope.workspaceId}::uuid AND e.approval_id = ${approvalId}::uuid
    ORDER BY e.at DESC, e.id DESC LIMIT ${limit}`;
  return rows.toReversed();
}

/** Who asked the last question. */
export async function lastAsker(scope: Scope, approvalId: string): Promise<Somebody | null> {
  const [row] = await reads(scope).$queryRaw<{ by: Somebody | null }[]>`
    SELECT ${somebody(scope.workspaceId, Prisma.sql`e.person_id`)} AS "by" FROM approval_event e
    WHERE e.workspace_id = ${scope.workspaceId}::uuid AND e.approval_id = ${approvalId}::uuid AND e.what = 'question'
    ORDER BY e.at DESC, e.id DESC LIMIT 1`;
  return row?.by ?? null;
}

/** Since when its silences were not counted yet: its round began, or it was put off for those before. */
export async function silencesSince(scope: Scope, approvalId: string): Promise<Date | null> {
  const { workspaceId } = scope;
  const row = await reads(scope).approvalEvent.findFirst({
    where: { workspaceId, approvalId, what: { in: ['asked', 'asked again', 'put off'] } },
    orderBy: { at: 'desc' },
    select: { at: true },
  });
  return row?.at ?? null;
}

/** When something was last done about it. */
export async function lastStepAt(scope: Scope, approvalId: string): Promise<Date | null> {
  const { workspaceId } = scope;
  const row = await reads(scope).approvalEvent.findFirst({
    where: { workspaceId, approvalId },
    orderBy: { at: 'desc' },
    select: { at: true },
  });
  return row?.at ?? null;
}
