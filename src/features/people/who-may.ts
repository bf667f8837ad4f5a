import type { Scope } from '../../core/database.ts';
import { type Permission, rolesHolding } from '../../core/permission.ts';
import { namesHolding } from './store.ts';

/** Whom to ask: people who hold the permission, by name. */
export async function whoMay(scope: Scope, permission: Permission): Promise<readonly string[]> {
  return await namesHolding(scope, rolesHolding(permission), 5);
}
