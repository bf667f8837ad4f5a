import type { Scope } from '../../core/runtime/database.ts';
import { type Permission, rolesHolding } from '../../core/tokens/permission.ts';
import { accountsHolding, namesHolding } from './store.ts';

/** Names of people who hold the permission: somebody to ask. */
export async function whoMay(scope: Scope, permission: Permission): Promise<readonly string[]> {
  return await namesHolding(scope, rolesHolding(permission), 5);
}

/** The Slack accounts of at most five admins, one each: they hear of trouble that has no owner. */
export async function adminAccounts(scope: Scope): Promise<readonly string[]> {
  return await accountsHolding(scope, ['admin'], 5);
}
