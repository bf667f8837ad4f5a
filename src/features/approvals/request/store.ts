import type { CaseTable } from '../../../cases/hold-store.ts';
import { somebody } from '../../../cases/person-store.ts';
import type { Scope, Tx } from '../../../core/runtime/database.ts';
import { demandArrow } from '../../../core/tokens/states.ts';
import { nextNumber } from '../../../db/counter.ts';
import { Prisma } from '../../../db/generated/client.ts';
import { reads, writes } from '../../../db/scope.ts';
import { type Approval, stateTable, type Vote } from './model.ts';

export const approvalTable: CaseTable = { name: 'approval', sql: Prisma.sql`approval`, turn: 10 };

/**
 * What the headline of an open request needs: it is not undone, and nobody has decided on it unless it is approved. Each
 * sub-select costs the cards of other features, run or not.
 */
export const openHeadlineColumns = (workspaceId: string) => Prisma.sql`
  a.id, a.number, a.kind, a.request, a.facts, a.state,
  ${somebody(workspaceId, Prisma.sql`a.requester_id`)} AS requester,
  CASE WHEN a.state = 'approved' THEN ${somebody(workspaceId, Prisma.sql`a.decided_by_id`)} END AS "decidedBy",
  (SELECT u.number FROM approval u WHERE u.workspace_id = a.workspace_id AND u.id = a.undo_of_id) AS "undoOf",
  NULL::json AS undo,
  CASE WHEN a.state = 'approved' THEN (
    SELECT coalesce(json_agg(json_build_object('person', ${somebody(workspaceId, Prisma.sql`v.person_id`)}, 'choice', v.choice)
      ORDER BY v.stage, v.at, v.person_id), '[]')
    FROM approval_vote v WHERE v.workspace_id = a.workspace_id AND v.approval_id = a.id AND v.round = a.round)
  ELSE '[]' END AS votes`;

export const approvalColumns = (workspaceId: string) => Prisma.sql`
  a.id, a.number, a.kind, a.request, a.facts, a.state,
  ${somebody(workspaceId, Prisma.sql`a.requester_id`)} AS requester,
  ${somebody(workspaceId, Prisma.sql`a.decided_by_id`)} AS "decidedBy",
  (SELECT u.number FROM approval u WHERE u.workspace_id = a.workspace_id AND u.id = a.undo_of_id) AS "undoOf",
  (SELECT json_build_object('number', u.number, 'state', u.state)
    FROM approval u WHERE u.workspace_id = a.workspace_id AND u.id = a.undone_by_id) AS undo,
  (SELECT coalesce(json_agg(json_build_object('person', ${somebody(workspaceId, Prisma.sql`v.person_id`)},
      'inPlaceOf', CASE WHEN v.authority_id <> v.person_id THEN ${somebody(workspaceId, Prisma.sql`v.authority_id`)} END,
      'stage', v.stage, 'choice', v.choice, 'reason', v.reason, 'at', v.at) ORDER BY v.stage, v.at, v.person_id), '[]')
    FROM approval_vote v
    WHERE v.workspace_id = a.workspace_id AND v.approval_id = a.id AND v.round = a.round) AS votes,
  a.subject, a.quantity, a.amount_minor AS "amountMinor", a.location,
  a.supplier, a.why, a.requested_at AS "requestedAt", a.round, a.stage, a.policy_version AS "policyVersion", a.policy,
  a.expires_at AS "expiresAt", a.asked_at AS "askedAt", a.reminders, a.decided_at AS "decidedAt", a.reason, a.outcome,
  a.ran_at AS "ranAt", a.undo_until AS "undoUntil", a.undo_of_id AS "undoOfId",
  ARRAY(SELECT p.place FROM approval_place p WHERE p.workspace_id = a.workspace_id AND p.approval_id = a.id
    ORDER BY p.place) AS places`;

/** Moments in a JSON column are text. */
export type Stored<Row extends { readonly votes: readonly Vote[] }> = Omit<Row, 'votes'> & {
  readonly votes: readonly (Omit<Vote, 'at'> & { readonly at: string })[];
};
export type ApprovalRow = Stored<Approval>;

export function readRow(row: ApprovalRow): Approval {
  return { ...row, votes: row.votes.map((vote) => ({ ...vote, at: new Date(vote.at) })) };
}

export async function findApproval(scope: Scope, id: string): Promise<Approval | null> {
  const [row] = await reads(scope).$queryRaw<ApprovalRow[]>`
    SELECT ${approvalColumns(scope.workspaceId)} FROM approval a
    WHERE a.workspace_id = ${scope.workspaceId}::uuid AND a.id = ${id}::uuid`;
  return row ? readRow(row) : null;
}

export async function findIdByNumber(scope: Scope, number: number): Promise<string | null> {
  const { workspaceId } = scope;
  const row = await reads(scope).approval.findUnique({
    where: { workspaceId_number: { workspaceId, number } },
    select: { id: true },
  });
  return row?.id ?? null;
}

export type NewApproval = Omit<
  Approval,
  | 'number'
  | 'requester'
  | 'decidedBy'
  | 'decidedAt'
  | 'reason'
  | 'outcome'
  | 'ranAt'
  | 'undoUntil'
  | 'undoOf'
  | 'undo'
  | 'votes'
> & { readonly requesterId: string; readonly totalBy: string | null };

/** Returns the request's number. */
export async function insertApproval(tx: Tx, { places, ...approval }: NewApproval): Promise<number> {
  const { workspaceId } = tx;
  const number = await nextNumber(tx, 'approval');
  await writes(tx).approval.create({
    data: {
      ...approval,
      workspaceId,
      number,
      request: approval.request as Prisma.InputJsonValue,
      facts: approval.facts as Prisma.InputJsonValue,
      policy: approval.policy as unknown as Prisma.InputJsonValue,
    },
  });
  await insertPlaces(tx, approval.id, places);
  return number;
}

/** Places that are there already stay. */
export async function insertPlaces(tx: Tx, approvalId: string, places: readonly string[]): Promise<void> {
  if (places.length === 0) return;
  await writes(tx).approvalPlace.createMany({
    data: places.map((place) => ({ workspaceId: tx.workspaceId, approvalId, place })),
    skipDuplicates: true,
  });
}

/** The columns that an event may change. */
export type ApprovalChange = Partial<
  Pick<
    Approval,
    | 'facts'
    | 'quantity'
    | 'amountMinor'
    | 'location'
    | 'supplier'
    | 'state'
    | 'round'
    | 'stage'
    | 'policy'
    | 'expiresAt'
    | 'askedAt'
    | 'reminders'
    | 'decidedAt'
    | 'reason'
    | 'outcome'
    | 'ranAt'
    | 'undoUntil'
  > & { readonly decidedById: string | null; readonly undoneById: string }
>;

/** Changes a held request; a new state has to follow an arrow of the state table. */
export async function updateApproval(
  tx: Tx,
  { id, state }: Pick<Approval, 'id' | 'state'>,
  change: ApprovalChange,
): Promise<void> {
  if (change.state) demandArrow(stateTable, state, change.state);
  const { facts, policy, ...plain } = change;
  await writes(tx).approval.update({
    where: { workspaceId_id: { workspaceId: tx.workspaceId, id }, state },
    data: {
      ...plain,
      ...(facts !== undefined && { facts: facts as Prisma.InputJsonValue }),
      ...(policy !== undefined && { policy: policy as unknown as Prisma.InputJsonValue }),
    },
  });
}

/** Ids of the requests about these subjects that wait for a yes. */
export async function listWaitingAbout(
  scope: Scope,
  subjects: readonly string[],
): Promise<readonly string[]> {
  const rows = await reads(scope).$queryRaw<{ id: string }[]>`
    SELECT id FROM approval
    WHERE workspace_id = ${scope.workspaceId}::uuid AND subject = ANY(${subjects}::text[]) AND state = 'waiting' ORDER BY id`;
  return rows.map(({ id }) => id);
}

/** Moves a person's open requests to another person. Returns their ids. */
export async function moveRequests(
  tx: Tx,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<readonly string[]> {
  const { workspaceId } = tx;
  const moved = await writes(tx).approval.updateManyAndReturn({
    where: { workspaceId, requesterId: from, state: { in: ['waiting', 'approved', 'failed'] } },
    data: { requesterId: to },
    select: { id: true },
  });
  return moved.map(({ id }) => id);
}

/** The open requests at a place. */
export async function listPlaced(tx: Tx, place: string): Promise<readonly string[]> {
  const { workspaceId } = tx;
  const where = {
    workspaceId,
    state: { in: ['waiting', 'approved', 'failed'] },
    places: { some: { place } },
  };
  const open = await reads(tx).approval.findMany({ where, select: { id: true } });
  return open.map(({ id }) => id);
}

export async function movePlaces(
  tx: Tx,
  ids: readonly string[],
  { from, to }: { readonly from: string; readonly to: string },
): Promise<void> {
  const { workspaceId } = tx;
  for (const id of ids) await insertPlaces(tx, id, [to]);
  await writes(tx).approvalPlace.deleteMany({
    where: { workspaceId, approvalId: { in: [...ids] }, place: from },
  });
}

/** Marks that the effect ran; its key allows one per request. */
export async function insertEffect(tx: Tx, approvalId: string, at: Date): Promise<void> {
  await writes(tx).approvalEffect.create({ data: { workspaceId: tx.workspaceId, approvalId, at } });
}
