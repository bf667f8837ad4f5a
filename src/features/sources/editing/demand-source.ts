import type { Scope } from '../../../core/runtime/database.ts';
import { Refusal } from '../../../core/runtime/refusal.ts';
import type { Source } from '../source/model.ts';
import { noSuchSource, whereTheyAre } from '../source/refusals.ts';
import { listSources } from '../source/store.ts';

/** The source with this id, unless it was removed. */
export async function demandSource(scope: Scope, id: string): Promise<Source> {
  const found = (await listSources(scope)).find((one) => one.id === id);
  if (!found) throw new Refusal('not-found', noSuchSource, { next: whereTheyAre });
  return found;
}
