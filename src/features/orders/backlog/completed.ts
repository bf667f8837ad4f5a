import type { QueryContext } from '../../../core/runtime/context.ts';
import type { locations } from '../../locations/index.ts';
import { colleagues } from '../../people/index.ts';
import { cancellingAmong } from '../acting/read.ts';
import { isKept } from '../fold/promise-rules.ts';
import type { PromiseTold } from '../order/model.ts';
import { holdsIn, lastPromises } from './beside-store.ts';
import type { ListedOrder, OrderRow } from './model.ts';
import { unallocatedIn } from './unallocated-store.ts';

/** The rows with what is beside them: where they leave, why they are held, who cancels them; of what stopped, what helps. */
export async function completed(
  { scope, now }: Pick<QueryContext, 'scope' | 'now'>,
  rows: readonly ListedOrder[],
  places: Awaited<ReturnType<typeof locations>>,
  isOfStopped = false,
): Promise<readonly OrderRow[]> {
  const known = new Map(places.map(({ id, code, name, timeZone }) => [id, { code, name, timeZone }]));
  const idsOf = (some: readonly ListedOrder[]) => some.map(({ id }) => id);
  const at = (stop: string) => (isOfStopped ? idsOf(rows.filter(({ nextStop }) => nextStop === stop)) : []);
  const held = await holdsIn(scope, idsOf(rows.filter(({ onHold }) => onHold)));
  const cancelling = await cancellingAmong(scope, idsOf(rows));
  const unallocated = await unallocatedIn(scope, at('unallocated'));
  const promises = await namedBy(scope, await lastPromises(scope, at('unscanned')));
  return rows.map((row) => {
    const promise = promises.get(row.id);
    return {
      ...row,
      hasStopped: row.nextStopAt !== null && row.nextStopAt <= now,
      location: (row.locationId !== null && known.get(row.locationId)) || null,
      held: held.get(row.id) ?? null,
      cancelling: cancelling.get(row.id) ?? null,
      unallocated: unallocated.get(row.id) ?? null,
      newPromise: promise && isKept(promise, now) ? promise : null,
    };
  });
}

/** Those that one of us made, with a name in place of the id. */
async function namedBy(
  scope: QueryContext['scope'],
  promises: ReadonlyMap<string, PromiseTold>,
): Promise<ReadonlyMap<string, PromiseTold>> {
  const ours = [...promises].filter(([, { source }]) => source === 'person');
  if (ours.length === 0) return new Map();
  const people = new Map((await colleagues(scope)).map(({ id, name }) => [id, name]));
  return new Map(ours.map(([id, one]) => [id, { ...one, by: people.get(one.by ?? '') ?? null }]));
}
