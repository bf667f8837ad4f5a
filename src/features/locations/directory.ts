import type { Scope } from '../../core/runtime/database.ts';
import { type ListedLocation, listLocations, listSuppliers } from './store.ts';

/** Where stock lies, in the order of the shop. */
export async function locations(scope: Scope): Promise<readonly ListedLocation[]> {
  return await listLocations(scope);
}

/** Whom products come from, by name. */
export async function suppliers(scope: Scope): Promise<readonly string[]> {
  return await listSuppliers(scope);
}
