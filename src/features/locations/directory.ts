import type { Scope } from '../../core/runtime/database.ts';
import { type ListedLocation, listLocations, listSuppliers } from './store.ts';

/** Locations of stock, in the shop's order. */
export async function locations(scope: Scope): Promise<readonly ListedLocation[]> {
  return await listLocations(scope);
}

/** Suppliers of products, by name. */
export async function suppliers(scope: Scope): Promise<readonly string[]> {
  return await listSuppliers(scope);
}
