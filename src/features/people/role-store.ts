import type { Tx } from '../../core/runtime/database.ts';
import type { Role } from '../../core/tokens/permission.ts';
import { writes } from '../../db/scope.ts';

/**
 * Makes changes of roles wait for one another. Each holds the rights of whoever makes it and then changes those of
 * another person: two that cross would deadlock.
 */
export async function lockRoles(tx: Tx): Promise<void> {
  await writes(tx).$queryRaw`SELECT id FROM workspace WHERE id = ${tx.workspaceId}::uuid FOR UPDATE`;
}

export interface HeldRights {
  /** Differs from the person asked for when two accounts were joined in the meantime. */
  readonly personId: string;
  readonly roles: readonly Role[];
  readonly departments: readonly string[];
  readonly slackAdmin: boolean;
  readonly active: boolean;
}

/** Reads what a person may do with an account, and locks it until the transaction ends. */
export async function holdRightsOf(
  tx: Tx,
  personId: string,
  slackUserId: string,
): Promise<HeldRights | null> {
  const [row] = await writes(tx).$queryRaw<HeldRights[]>`
    /* prepared: people.rights */
    SELECT m.person_id AS "personId", p.roles, p.departments, m.slack_admin AS "slackAdmin",
      NOT m.deactivated AND p.departed_at IS NULL AS active
    FROM person p JOIN member m ON m.workspace_id = p.workspace_id
    WHERE p.workspace_id = ${tx.workspaceId}::uuid AND p.id = ${personId}::uuid AND m.slack_user_id = ${slackUserId}
    FOR SHARE OF p, m`;
  return row ?? null;
}

/** Adds a role. False: the person already had it. */
export async function addRole(tx: Tx, personId: string, role: Role): Promise<boolean> {
  const changed = await writes(tx).$executeRaw`
    UPDATE person SET roles = array_append(roles, ${role})
    WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ${personId}::uuid AND NOT ${role} = ANY(roles)`;
  return changed === 1;
}

/** Takes a role away. False: the person did not have it. */
export async function removeRole(tx: Tx, personId: string, role: Role): Promise<boolean> {
  const changed = await writes(tx).$executeRaw`
    UPDATE person SET roles = array_remove(roles, ${role})
    WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ${personId}::uuid AND ${role} = ANY(roles)`;
  return changed === 1;
}

/** Takes every role away. */
export async function removeRoles(tx: Tx, personId: string): Promise<void> {
  await writes(tx).person.update({
    where: { workspaceId_id: { workspaceId: tx.workspaceId, id: personId } },
    data: { roles: [] },
  });
}
