import { expect, test } from 'vitest';
import { newContext } from '../../test/harness/database.ts';
import type { Scope } from '../core/runtime/database.ts';
import { together } from './batch.ts';

/** A look-up that ends on command and records its keys. */
function slowLookUp() {
  const asked: (readonly string[])[] = [];
  const release: (() => void)[] = [];
  const find = together(async (_: Scope, keys: readonly string[]) => {
    asked.push(keys);
    await new Promise<void>((resolve) => release.push(resolve));
    if (keys.includes('poison')) throw new Error('poison');
    return keys.map((key) => key.toUpperCase());
  });
  return { asked, find, release };
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

async function scope() {
  const ctx = await newContext();
  return { ctx, scope: ctx.engine.database.scope(ctx.workspace.id) };
}

test('keys asked for while two statements run are batched, and each caller gets its own answer', async () => {
  const { scope: shop } = await scope();
  const { asked, find, release } = slowLookUp();
  const answers = [find(shop, 'a')];
  await turn();
  answers.push(find(shop, 'b'));
  await turn();
  answers.push(find(shop, 'c'), find(shop, 'd'));
  await turn();
  answers.push(find(shop, 'e'));
  await turn();
  expect(asked).toEqual([['a'], ['b']]);
  release.shift()?.();
  await turn();
  expect(asked).toEqual([['a'], ['b'], ['c', 'd', 'e']]);
  for (const go of release) go();
  expect(await Promise.all(answers)).toEqual(['A', 'B', 'C', 'D', 'E']);
});

test('keys of different ticks of a turn share a statement, sixteen at most, and two statements run at once', async () => {
  const { scope: shop } = await scope();
  const { asked, find, release } = slowLookUp();
  const answers: Promise<string>[] = [];
  for (let i = 0; i < 40; i += 1) {
    answers.push(find(shop, `k${i}`));
    await new Promise<void>((resolve) => process.nextTick(resolve));
  }
  await turn();
  expect(asked.map(({ length }) => length)).toEqual([16, 16]);
  release.shift()?.();
  await turn();
  expect(asked.map(({ length }) => length)).toEqual([16, 16, 8]);
  for (const go of release) go();
  expect(await Promise.all(answers)).toHaveLength(40);
});

test('a look-up that throws before it asks fails for that key alone, and the lanes stay free', async () => {
  const { scope: shop } = await scope();
  const find = together((_: Scope, keys: readonly string[]) => {
    if (keys.includes('poison')) throw new Error('no such key');
    return Promise.resolve(keys);
  });
  const keys = Array.from({ length: 100 }, (_, i) => (i === 3 ? 'poison' : `k${i}`));
  const answers = await Promise.allSettled(keys.map((key) => find(shop, key)));
  expect(keys.filter((_, i) => answers[i]?.status === 'rejected')).toEqual(['poison']);
  expect(await find(shop, 'later')).toBe('later');
});

test('answers are not cached: the same key is read again', async () => {
  const { scope: shop } = await scope();
  let times = 0;
  const find = together(async (_: Scope, keys: readonly string[]) => keys.map(() => ++times));
  expect([await find(shop, 'a'), await find(shop, 'a')]).toEqual([1, 2]);
});

test('a key that breaks the statement fails alone', async () => {
  const { scope: shop } = await scope();
  const find = together(async (_: Scope, keys: readonly string[]) => {
    if (keys.includes('poison')) throw new Error('invalid byte sequence');
    return keys;
  });
  const outcomes = await Promise.allSettled([find(shop, 'a'), find(shop, 'poison'), find(shop, 'b')]);
  expect(
    outcomes.map((outcome) => (outcome.status === 'fulfilled' ? outcome.value : outcome.reason.message)),
  ).toEqual(['a', 'invalid byte sequence', 'b']);
});

test('two workspaces never share a statement, nor does a transaction with outside reads', async () => {
  const [one, two] = [await scope(), await scope()];
  const asked: [string, readonly string[]][] = [];
  const find = together(async (shop: Scope, keys: readonly string[]) => {
    asked.push([shop.workspaceId, keys]);
    return keys;
  });
  await Promise.all([find(one.scope, 'a'), find(two.scope, 'a'), find(one.scope, 'b')]);
  expect(asked).toEqual([
    [one.ctx.workspace.id, ['a', 'b']],
    [two.ctx.workspace.id, ['a']],
  ]);
  await one.ctx.engine.database.transaction(
    one.ctx.workspace.id,
    async (tx) => await Promise.all([find(tx, 'c'), find(tx, 'd')]),
  );
  expect(asked.slice(2).map(([, keys]) => keys)).toEqual([['c'], ['d']]);
});
