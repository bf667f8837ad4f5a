import DataLoader from 'dataloader';
import type { Scope } from '../core/runtime/database.ts';
import { isTransaction } from './scope.ts';

/** How many statements of one kind run at once; later keys wait and share the next one. */
const lanes = 2;
const most = 50;

/**
 * Turns a look-up of many keys into a look-up of one that batches waiting callers. A key is read at once while lanes
 * are free; under load one statement answers many people. Answers are not cached: each is read after its question.
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
    const loader = loaders.get(scope) ?? loaderOf((keys) => load(scope, keys));
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
      underWay += 1;
      try {
        return await load(keys).catch((error) =>
          keys.length === 1 ? [error as Error] : oneByOne(load, keys),
        );
      } finally {
        underWay -= 1;
        waiting.shift()?.();
      }
    },
    {
      cache: false,
      maxBatchSize: most,
      batchScheduleFn: (dispatch) => {
        if (underWay < lanes) process.nextTick(dispatch);
        else waiting.push(dispatch);
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
