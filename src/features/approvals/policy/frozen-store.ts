import type { Scope } from '../../../core/runtime/database.ts';
import { reads } from '../../../db/scope.ts';
import { type Policy, policyShape } from './model.ts';

/** A policy as it was; null: nobody ever saved it, it is the one that shipped. */
export async function findVersion(scope: Scope, version: number): Promise<Policy | null> {
  const { workspaceId } = scope;
  const row = await reads(scope).approvalPolicy.findUnique({
    where: { workspaceId_version: { workspaceId, version } },
  });
  return row && policyShape.parse(row.policy);
}
