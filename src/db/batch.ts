import DataLoader from 'dataloader';
import type { Scope } from '../core/runtime/database.ts';
import { isTransaction } from './scope.ts';

/** How many statements of one kind may be under way; later questions wait and are asked together. */
const lanes = 2;
const most = 50;

/**
 * Makes a look-up by many keys into one by a single key that joins those which wait. While nothing is under way a
 * key is asked for at once; under load one statement answers many people. Nothing is remembered: each answer was
 * read after it was asked for. Inside a transaction keys are never joined with those outside.
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

/** What one key breaks, it breaks for itself alone. */
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
