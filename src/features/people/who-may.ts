import type { Scope } from '../../core/runtime/database.ts';
import { type Permission, rolesHolding } from '../../core/tokens/permission.ts';
import { accountsHolding, namesHolding } from './store.ts';

/** Whom to ask: people who hold the permission, by name. */
export async function whoMay(scope: Scope, permission: Permission): Promise<readonly string[]> {
  return await namesHolding(scope, rolesHolding(permission), 5);
}

/** The Slack accounts of the admins, one per person, at most five: who is told of trouble that belongs to nobody. */
export async function adminAccounts(scope: Scope): Promise<readonly string[]> {
  return await accountsHolding(scope, ['admin'], 5);
}
