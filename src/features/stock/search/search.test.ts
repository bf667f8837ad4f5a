import { expect, test } from 'vitest';
import { builders } from '../../../../test/harness/builders.ts';
import { newContext, testDatabase } from '../../../../test/harness/database.ts';
import { suppliers } from '../../locations/index.ts';
import { findByPrefix } from './code-store.ts';
import { nearestTo, titlesWith } from './search.ts';

/** A catalogue of these titles, and the codes that a search in it finds. */
async function catalogue(titles: Readonly<Record<string, string>>) {
  const ctx = await newContext();
  const { prisma, database } = await testDatabase();
  const build = builders(prisma, ctx.workspace, ctx.now);
  for (const [code, title] of Object.entries(titles)) await build.sku(code, { title });
  const scope = database.scope(ctx.workspace.id);
  const codes = (hits: readonly { readonly code: string }[]) => hits.map(({ code }) => code);
  return {
    prisma,
    scope,
    titled: async (text: string, limit = 5) =>
      codes(await titlesWith(scope, text, { limit, today: '2026-03-02' })),
    near: async (text: string) => codes(await nearestTo(scope, text, text.split(' '), 5)),
    begins: async (prefix: string) => codes(await findByPrefix(scope, prefix, 10)),
  };
}

test('whole words come before parts of words, and short titles before long ones', async () => {
  const { titled } = await catalogue({
    A: 'Mug tree, oak, for six',
    B: 'Stoneware mug',
    C: 'Smuggler’s chest',
    D: 'T-Shirt, blue',
    E: 'Mugs, set of four',
  });
  expect(await titled('mug')).toEqual(['B', 'A']);
  expect(await titled('smug')).toEqual(['C']);
  expect(await titled('t-shirt')).toEqual(['D']);
  expect(await titled('MUG, stoneware!')).toEqual(['B']);
});

test('a misspelt word stands for the words like it; one that a title has stands for itself', async () => {
  const { titled, near } = await catalogue({
    A: 'Stoneware mug, sea blue',
    B: 'Stonework tray',
    C: 'Linen towel, moss green',
  });
  expect(await titled('stonware mgu')).toEqual([]);
  expect(await titled('stonware mug')).toEqual(['A']);
  expect(await titled('lienn towle')).toEqual(['C']);
  expect(await titled('stonework')).toEqual(['B']);
  expect((await near('mgu towel')).toSorted()).toEqual(['A', 'C']);
});

test('where every word is in some title but none has all, the longer and similar words count too', async () => {
  const { titled } = await catalogue({ A: 'Blue mug', B: 'Mugs, set of four', C: 'Bluebell vase' });
  expect(await titled('blue mugs')).toEqual(['A']);
  expect(await titled('bluebell vases')).toEqual(['C']);
});

test('a title that changes is found by its new words, and by its old ones no more', async () => {
  const { titled, prisma, scope } = await catalogue({ A: 'Stoneware mug' });
  const { workspaceId } = scope;
  await prisma.sku.updateMany({ where: { workspaceId, code: 'A' }, data: { title: 'Porcelain beaker' } });
  expect(await titled('porcelane')).toEqual(['A']);
  expect(await titled('mug')).toEqual([]);
});

test('of thousands of titles with one word, the shortest come first', async () => {
  const { titled, prisma, scope } = await catalogue({ A: 'Unrelated' });
  await prisma.$executeRaw`
    INSERT INTO sku (workspace_id, id, code, code_key, title, currency, listed, source, updated_at)
    SELECT ${scope.workspaceId}::uuid, gen_random_uuid(), 'N' || n, 'N' || n,
      CASE n WHEN 1500 THEN 'Mug' WHEN 1400 THEN 'Mug, blue' ELSE 'A stoneware mug of the series ' || n END, 'EUR', true, 'test', '2026-03-02T09:00:00Z'
    FROM generate_series(1, 1500) n`;
  expect((await titled('mug', 3)).slice(0, 2)).toEqual(['N1500', 'N1400']);
});

test('another workspace’s words and SKUs are its own', async () => {
  await catalogue({ A: 'Zeppelin lamp', 'ZEP-01': 'Lamp' });
  const { titled, near, begins } = await catalogue({ B: 'Table lamp' });
  expect(await titled('zeppelin')).toEqual([]);
  expect(await titled('zepelin')).toEqual([]);
  expect(await near('ZEP-02')).toEqual([]);
  expect(await begins('ZEP')).toEqual([]);
});

test('codes begin with what was typed, percent signs and all, in the order of their characters', async () => {
  const { begins } = await catalogue({ 'MUG-02': 'b', 'MUG-01': 'a', 'MU%-1': 'c', MUGG: 'd', 'MÜG-1': 'e' });
  expect(await begins('MUG')).toEqual(['MUG-01', 'MUG-02', 'MUGG']);
  expect(await begins('MU%')).toEqual(['MU%-1']);
  expect(await begins('M_G')).toEqual([]);
  expect(await begins('MÜ')).toEqual(['MÜG-1']);
});

test('a mistyped code finds those one slip away, else similar ones beside it in the order of codes', async () => {
  const { near } = await catalogue({ 'MUG-BLUE-LARGE': 'x', 'LAMP-03': 'y', 'MUG-07': 'z' });
  expect(await near('MGU-7')).toEqual(['MUG-07']);
  expect(await near('lmap-3')).toEqual(['LAMP-03']);
  expect(await near('MUG-BLUE-HUGE')).toEqual(['MUG-BLUE-LARGE']);
  expect(await near('qqq')).toEqual([]);
});

test('a barcode with a slip finds the one that is meant', async () => {
  const { near, prisma, scope } = await catalogue({ A: 'Mug', B: 'Lamp' });
  const { workspaceId } = scope;
  await prisma.sku.updateMany({ where: { workspaceId, code: 'A' }, data: { barcode: '4012340010003' } });
  expect(await near('4012340010030')).toEqual(['A']);
  expect(await near('401234001003')).toEqual(['A']);
  expect(await near('4999990010003')).toEqual([]);
});

test('each supplier is named once', async () => {
  const ctx = await newContext();
  const { prisma, database } = await testDatabase();
  const build = builders(prisma, ctx.workspace, ctx.now);
  for (const code of ['A', 'B', 'C', 'D']) await build.sku(code);
  const { id: workspaceId } = ctx.workspace;
  for (const [code, supplier] of [
    ['A', 'Nordlicht'],
    ['B', 'Elbe Glass'],
    ['C', 'Nordlicht'],
  ] as const)
    await prisma.sku.updateMany({ where: { workspaceId, code }, data: { supplier } });
  expect(await suppliers(database.scope(workspaceId))).toEqual(['Elbe Glass', 'Nordlicht']);
});
