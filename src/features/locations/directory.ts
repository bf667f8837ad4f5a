import type { Scope } from '../../core/runtime/database.ts';
import { listLocations, listSuppliers } from './store.ts';

/** Locations of stock, in the shop's order. */
export async function locations(
  scope: Scope,
): Promise<readonly { readonly code: string; readonly name: string }[]> {
  return await listLocations(scope);
}

/** Suppliers of products, by name. */
export async function suppliers(scope: Scope): Promise<readonly string[]> {
  return await listSuppliers(scope);
}
