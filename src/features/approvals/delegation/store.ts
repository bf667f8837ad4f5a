import { somebody } from '../../../cases/person-store.ts';
import type { Scope, Tx } from '../../../core/runtime/database.ts';
import { Prisma } from '../../../db/generated/client.ts';
import { reads, writes } from '../../../db/scope.ts';
import type { Delegation } from './rules.ts';

/** Delegations in force at a moment, by their delegators or delegates. People who left neither give nor hold any. */
export async function findInForce(
  scope: Scope,
  ends: { readonly fromIds: readonly string[] } | { readonly toIds: readonly string[] },
  now: Date,
): Promise<readonly { readonly fromId: string; readonly toId: string }[]> {
  const [fromIds, toIds] = 'fromIds' in ends ? [ends.fromIds, null] : [null, ends.toIds];
  return await reads(scope).$queryRaw<{ fromId: string; toId: string }[]>`
    SELECT DISTINCT d.from_id AS "fromId", d.to_id AS "toId"
    FROM approval_delegation d
    JOIN person f ON f.workspace_id = d.workspace_id AND f.id = d.from_id AND f.departed_at IS NULL
    JOIN person t ON t.workspace_id = d.workspace_id AND t.id = d.to_id AND t.departed_at IS NULL
    WHERE d.workspace_id = ${scope.workspaceId}::uuid
      AND (${fromIds}::uuid[] IS NULL OR d.from_id = ANY(${fromIds}::uuid[]))
      AND (${toIds}::uuid[] IS NULL OR d.to_id = ANY(${toIds}::uuid[]))
      AND d.starts_at <= ${now} AND d.ends_at > ${now} AND d.ended_at IS NULL
    ORDER BY 1, 2`;
}

const columns = (workspaceId: string) => Prisma.sql`
  d.id, ${somebody(workspaceId, Prisma.sql`d.from_id`)} AS "from", ${somebody(workspaceId, Prisma.sql`d.to_id`)} AS "to",
  d.starts_at AS "startsAt", d.ends_at AS "endsAt", d.ended_at AS "endedAt"`;

export async function findDelegation(scope: Scope, id: string): Promise<Delegation | null> {
  const [row] = await reads(scope).$queryRaw<Delegation[]>`
    SELECT ${columns(scope.workspaceId)} FROM approval_delegation d
    WHERE d.workspace_id = ${scope.workspaceId}::uuid AND d.id = ${id}::uuid`;
  return row ?? null;
}

/** Delegations in force or to come, given or received by a person, or everybody's; the earliest first. */
export async function listDelegations(
  scope: Scope,
  personId: string | null,
  now: Date,
  limit: number,
): Promise<readonly Delegation[]> {
  return await reads(scope).$queryRaw<Delegation[]>`
    SELECT ${columns(scope.workspaceId)} FROM approval_delegation d
    WHERE d.workspace_id = ${scope.workspaceId}::uuid AND d.ended_at IS NULL AND d.ends_at > ${now}
      AND (${personId}::uuid IS NULL OR d.from_id = ${personId}::uuid OR d.to_id = ${personId}::uuid)
    ORDER BY d.starts_at, d.id LIMIT ${limit}`;
}

/** Delegations by this person that overlap the span. */
export async function findOverlapping(
  scope: Scope,
  fromId: string,
  from: Date,
  until: Date,
): Promise<readonly Delegation[]> {
  return await reads(scope).$queryRaw<Delegation[]>`
    SELECT ${columns(scope.workspaceId)} FROM approval_delegation d
    WHERE d.workspace_id = ${scope.workspaceId}::uuid AND d.from_id = ${fromId}::uuid AND d.ended_at IS NULL
      AND d.starts_at < ${until} AND d.ends_at > ${from}
    ORDER BY d.starts_at`;
}

/** Locks the delegator: a form that is sent twice waits here, and then sees what the first sending wrote. */
export async function holdDelegator(tx: Tx, personId: string): Promise<void> {
  await writes(tx).$queryRaw`
    SELECT id FROM person WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ${personId}::uuid FOR NO KEY UPDATE`;
}

export interface NewDelegation {
  readonly id: string;
  readonly fromId: string;
  readonly toId: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly createdAt: Date;
}

export async function insertDelegation(tx: Tx, delegation: NewDelegation): Promise<void> {
  await writes(tx).approvalDelegation.create({ data: { ...delegation, workspaceId: tx.workspaceId } });
}

/** False: it was over already. */
export async function markEnded(tx: Tx, id: string, now: Date): Promise<boolean> {
  const { count } = await writes(tx).approvalDelegation.updateMany({
    where: { workspaceId: tx.workspaceId, id, endedAt: null, endsAt: { gt: now } },
    data: { endedAt: now },
  });
  return count === 1;
}
