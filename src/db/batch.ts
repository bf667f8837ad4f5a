import DataLoader from 'dataloader';
import type { Scope } from '../core/runtime/database.ts';
import { isTransaction } from './scope.ts';

/** How many statements of one kind run at once; later keys wait and share the next one. */
const lanes = 2;
/** More would leave the database idle while their answers are drawn, and us while it reads. */
const most = 16;

/**
 * Turns a look-up of many keys into a look-up of one that batches waiting callers. While lanes are free, keys are read
 * with those that arrive in the same turn of the event loop; under load one statement answers many people. Answers are not cached: each is read after its question.
 * Reads inside a transaction never share a statement with others.
 *
 * `load` returns one result per key, in their order.
 */
export function together<Key, Result>(
  load: (scope: Scope, keys: readonly Key[]) => Promise<readonly Result[]>,
): (scope: Scope, key: Key) => Promise<Result> {
  const loaders = new WeakMap<Scope, DataLoader<Key, Result>>();
  return async (scope, key) => {
    if (isTransaction(scope)) return (await load(scope, [key]))[0] as Result;
    const loader = loaders.get(scope) ?? loaderOf(async (keys) => await load(scope, keys));
    loaders.set(scope, loader);
    return await loader.load(key);
  };
}

function loaderOf<Key, Result>(
  load: (keys: readonly Key[]) => Promise<readonly Result[]>,
): DataLoader<Key, Result> {
  let underWay = 0;
  const waiting: (() => void)[] = [];
  return new DataLoader<Key, Result>(
    async (keys) => {
      try {
        return await load(keys).catch((error) =>
          keys.length === 1 ? [error as Error] : oneByOne(load, keys),
        );
      } finally {
        const next = waiting.shift();
        if (next) next();
        else underWay -= 1;
      }
    },
    {
      cache: false,
      maxBatchSize: most,
      batchScheduleFn: (dispatch) => {
        if (underWay < lanes) {
          underWay += 1;
          // Not at the next tick: each request that has arrived meanwhile comes in a tick of its own.
          setImmediate(dispatch);
        } else waiting.push(dispatch);
      },
    },
  );
}

/** Retries a failed batch key by key, so that only the failing key fails. */
async function oneByOne<Key, Result>(
  load: (keys: readonly Key[]) => Promise<readonly Result[]>,
  keys: readonly Key[],
): Promise<readonly (Result | Error)[]> {
  return await Promise.all(
    keys.map(
      async (key) =>
        await load([key]).then(
          ([result]) => result as Result,
          (error) => error as Error,
        ),
    ),
  );
}
