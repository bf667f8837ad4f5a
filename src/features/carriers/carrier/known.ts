import type { Scope } from '../../../core/runtime/database.ts';
import type { Carrier } from './model.ts';
import { listCarriers } from './store.ts';

/** All carriers with their services, by code. */
export async function knownCarriers(scope: Scope): Promise<readonly Carrier[]> {
  return await listCarriers(scope);
}
