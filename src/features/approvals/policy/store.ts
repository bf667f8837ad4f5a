import type { Scope, Tx } from '../../../core/runtime/database.ts';
import type { JsonObject } from '../../../core/tokens/json.ts';
import { reads, writes } from '../../../db/scope.ts';
import { type Policy, policyShape } from './model.ts';
import type { Version } from './overview-model.ts';

/** The newest saved policy; null: nobody has changed the one that ships. */
export async function findPolicy(
  scope: Scope,
): Promise<{ readonly version: number; readonly policy: Policy } | null> {
  const { workspaceId } = scope;
  const row = await reads(scope).approvalPolicy.findFirst({
    where: { workspaceId },
    orderBy: { version: 'desc' },
  });
  return row && { version: row.version, policy: policyShape.parse(row.policy) };
}

/** The saved versions, newest first; those before a version, where one is given. */
export async function listVersions(
  scope: Scope,
  before: number | null,
  limit: number,
): Promise<readonly Version[]> {
  return await reads(scope).$queryRaw<Version[]>`
    SELECT v.version, p.name AS "changedBy", v.changed_at AS "changedAt", v.note
    FROM approval_policy v
    LEFT JOIN person p ON p.workspace_id = v.workspace_id AND p.id = v.changed_by_id
    WHERE v.workspace_id = ${scope.workspaceId}::uuid AND (${before}::int IS NULL OR v.version < ${before}::int)
    ORDER BY v.version DESC LIMIT ${limit}`;
}

export interface NewVersion {
  readonly version: number;
  readonly policy: Policy;
  readonly changedById: string | null;
  readonly changedAt: Date;
  readonly note: string;
}

/** The policy of a version; null: never saved, so it is the one that shipped. */
export async function findVersion(scope: Scope, version: number): Promise<Policy | null> {
  return (await findPolicies(scope, [version])).get(version) ?? null;
}

/** The policies of these versions, by version. */
export async function findPolicies(
  scope: Scope,
  versions: readonly number[],
): Promise<ReadonlyMap<number, Policy>> {
  const rows = await reads(scope).approvalPolicy.findMany({
    where: { workspaceId: scope.workspaceId, version: { in: [...versions] } },
    select: { version: true, policy: true },
  });
  return new Map(rows.map(({ version, policy }) => [version, policyShape.parse(policy)]));
}

/** False: somebody else saved that version first. The insert waits for their transaction to end. */
export async function insertVersion(tx: Tx, { policy, ...row }: NewVersion): Promise<boolean> {
  const { workspaceId } = tx;
  const { count } = await writes(tx).approvalPolicy.createMany({
    data: [{ ...row, workspaceId, policy: policy as unknown as JsonObject }],
    skipDuplicates: true,
  });
  return count === 1;
}
