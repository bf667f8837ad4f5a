import type { Scope } from '../../../core/runtime/database.ts';
import { Refusal } from '../../../core/runtime/refusal.ts';
import type { StoredLocation } from './model.ts';
import { noSuchLocation, whereTheyAre } from './refusals.ts';
import { findByName, findLocation } from './store.ts';

/** The location with this code, however it is written, else with this name; refuses where there is none. */
export async function demandLocation(scope: Scope, code: string): Promise<StoredLocation> {
  const found = (await findLocation(scope, code)) ?? (await findByName(scope, code));
  if (!found) throw new Refusal('not-found', noSuchLocation(code), { next: whereTheyAre });
  return found;
}
