import type { Scope } from '../../../core/runtime/database.ts';
import { findLatest, findMatters, type MatterState } from './store.ts';

/** The open issues of these matters, by matter; those that have none are left out. */
export async function openMatters(
  scope: Scope,
  matters: readonly string[],
): Promise<ReadonlyMap<string, { readonly id: string; readonly number: number }>> {
  return await findMatters(scope, matters);
}

/** The latest issue of each of these matters, open or not, by matter; each touches one of these things, such as orders. */
export async function latestOfMatters(
  scope: Scope,
  about: { readonly what: string; readonly refs: readonly string[] },
  matters: readonly string[],
): Promise<ReadonlyMap<string, MatterState>> {
  return await findLatest(scope, about, matters);
}
