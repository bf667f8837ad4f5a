import { somebody } from '../../../cases/person-store.ts';
import type { Scope, Tx } from '../../../core/runtime/database.ts';
import { demandArrow } from '../../../core/tokens/states.ts';
import { Prisma } from '../../../db/generated/client.ts';
import { reads, writes } from '../../../db/scope.ts';
import { type OutsideChange, type OutsideState, outsideStates } from './model.ts';

export type NewOutsideChange = Omit<OutsideChange, 'state' | 'enteredAt'> & {
  readonly cause: string;
  readonly requesterId: string;
};

export async function insertChange(tx: Tx, change: NewOutsideChange): Promise<void> {
  const { workspaceId } = tx;
  await writes(tx).outsideChange.create({ data: { ...change, workspaceId, state: outsideStates.initial } });
}

const columns = Prisma.sql`id, sku_id AS "skuId", location_id AS "locationId", quantity, told, asked_at AS "askedAt",
  entered_at AS "enteredAt", state, issue_id AS "issueId", issue_number AS "issueNumber"`;

export async function findChange(scope: Scope, id: string): Promise<OutsideChange | null> {
  const [row] = await reads(scope).$queryRaw<OutsideChange[]>`
    SELECT ${columns} FROM outside_change WHERE workspace_id = ${scope.workspaceId}::uuid AND id = ${id}::uuid`;
  return row ?? null;
}

/** The change that an issue is the task of. */
export async function findChangeOf(scope: Scope, issueNumber: number): Promise<OutsideChange | null> {
  const [row] = await reads(scope).$queryRaw<OutsideChange[]>`
    SELECT ${columns} FROM outside_change
    WHERE workspace_id = ${scope.workspaceId}::uuid AND issue_number = ${issueNumber}`;
  return row ?? null;
}

/** The open changes at these locations, in the order of their tasks: there are few of them at any time. */
export async function openChanges(
  scope: Scope,
  locationIds: readonly string[],
): Promise<readonly OutsideChange[]> {
  return await reads(scope).$queryRaw<OutsideChange[]>`
    SELECT ${columns} FROM outside_change
    WHERE workspace_id = ${scope.workspaceId}::uuid AND state = 'open' AND location_id = ANY(${[...locationIds]}::uuid[])
    ORDER BY issue_id`;
}

/** The units that the open changes of a SKU at a location come to. */
export async function unitsToEnter(scope: Scope, skuId: string, locationId: string): Promise<number> {
  const { workspaceId } = scope;
  const sum = await reads(scope).outsideChange.aggregate({
    where: { workspaceId, skuId, locationId, state: 'open' },
    _sum: { quantity: true },
  });
  return sum._sum.quantity ?? 0;
}

/** Whether it still had the state that it was read with. */
export async function updateChange(
  tx: Tx,
  { id, state }: Pick<OutsideChange, 'id' | 'state'>,
  change: Partial<Pick<OutsideChange, 'told' | 'askedAt' | 'enteredAt'>> & {
    readonly state?: OutsideState;
    readonly enteredById?: string | null;
    readonly endedAt?: Date | null;
  },
): Promise<boolean> {
  if (change.state) demandArrow(outsideStates, state, change.state);
  const { workspaceId } = tx;
  const { count } = await writes(tx).outsideChange.updateMany({
    where: { workspaceId, id, state },
    data: change,
  });
  return count === 1;
}

/** The open changes of SKU `skuId`, for its card, in the order in which they were asked. */
export const shownChanges = (workspaceId: Prisma.Sql, skuId: Prisma.Sql) => Prisma.sql`(
  SELECT coalesce(json_agg(json_build_object('id', c.id, 'location', place.name, 'kind', place.kind,
    'available', coalesce((SELECT l.quantity FROM level l WHERE l.workspace_id = c.workspace_id AND l.sku_id = c.sku_id
      AND l.location_id = c.location_id AND l.bucket = 'available'), 0),
    'quantity', c.quantity, 'cause', c.cause, 'askedAt', c.asked_at, 'issueNumber', c.issue_number,
    'by', ${somebody(workspaceId, Prisma.sql`c.requester_id`)} ->> 'name', 'enteredAt', c.entered_at,
    'enteredBy', ${somebody(workspaceId, Prisma.sql`c.entered_by_id`)} ->> 'name') ORDER BY c.asked_at, c.issue_number), '[]')
  FROM outside_change c JOIN location place ON place.workspace_id = c.workspace_id AND place.id = c.location_id
  WHERE c.workspace_id = ${workspaceId} AND c.sku_id = ${skuId} AND c.state = 'open')`;
