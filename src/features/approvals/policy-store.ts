import type { Scope } from '../../core/database.ts';
import { reads } from '../../db/scope.ts';
import { type Policy, policyShape } from './policy-rules.ts';

/** The policy in force; null: nobody has changed the one that ships. */
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
