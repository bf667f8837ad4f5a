import { describe, expect, test } from 'vitest';
import { circlesIn, featureFolderOf, importFaults, partOf } from './import-rules.ts';
import { importsOf, type SourceFile, sourceFiles } from './source.ts';

const files = sourceFiles('src');

test('no file imports across the rules', () => {
  expect(importFaults(files)).toEqual([]);
});

test('src never imports test, bench, scripts or sandbox; the sandbox never imports src', () => {
  const outside = files.flatMap((file) =>
    importsOf(file)
      .filter((target) => /^(test|bench|scripts|sandbox|prisma)\//.test(target))
      .map((target) => `${file.path} imports ${target}: the bot must run without it`),
  );
  const inside = sourceFiles('sandbox').flatMap((file) =>
    importsOf(file)
      .filter((target) => target.startsWith('src/'))
      .map((target) => `${file.path} imports ${target}: the sandbox knows nothing of the bot`),
  );
  expect([...outside, ...inside]).toEqual([]);
});

describe('there are no circular imports', () => {
  test('no file', () => expect(circlesIn(files, (path) => path)).toEqual([]));
  test('no feature', () => expect(circlesIn(files, featureFolderOf)).toEqual([]));
  test('no part of a feature', () => expect(circlesIn(files, partOf)).toEqual([]));
  test('no folder of core or slack', () =>
    expect(circlesIn(files, (path) => /^src\/((?:core|slack)\/[^/]+)\//.exec(path)?.[1])).toEqual([]));
  test('no layer', () => expect(circlesIn(files, (path) => /^src\/([^/]+)\//.exec(path)?.[1])).toEqual([]));
});

describe('a breach inside a part is caught', () => {
  const file = (path: string, ...imports: readonly string[]): SourceFile => ({
    path: `src/features/${path}.ts`,
    text: imports.map((target) => `import { x } from '${target}';`).join('\n'),
  });
  const shop = [
    file('orders/index', './picking/pick.ts'),
    file('orders/picking/store', '../../../db/scope.ts'),
    file('orders/picking/route', './model.ts'),
    file('orders/picking/model'),
    file('orders/picking/pick', './store.ts', './route.ts', '../../../core/runtime/operation.ts'),
  ];
  test.each([
    ['rules that read a store', file('orders/picking/wave-rules', './store.ts'), 'pure'],
    ['a view that draws from a store', file('orders/picking/views', './store.ts'), 'draws'],
    ['a view that draws what is no longer pure', file('orders/picking/views', './pick.ts'), 'draws'],
    ['clicks that go to a store', file('orders/picking/slack', '../packing/store.ts'), 'operations'],
    ['an operation that draws', file('orders/packing/pack', '../../../ui/blocks.ts'), 'Slack'],
    ['a store that draws charts', file('orders/picking/store', '../../../charts/draw.ts'), 'database'],
    [
      "another feature's part",
      file('stock/count/take', '../../orders/picking/pick.ts'),
      'only door of orders',
    ],
    ["another feature's store", file('stock/count/store', '../../orders/picking/store.ts'), 'database'],
    ['a door that shows a store', file('stock/index', './count/store.ts'), 'door'],
  ])('%s', (_, breach, because) => {
    expect(importFaults(shop)).toEqual([]);
    expect(importFaults([...shop, file('orders/packing/store'), breach])).toEqual([
      expect.stringMatching(new RegExp(`^${breach.path} must not import .*${because}`)),
    ]);
  });

  test('a chart that knows a feature, or the database', () => {
    const chart = (target: string): SourceFile => ({
      path: 'src/charts/draw.ts',
      text: `import { x } from '${target}';`,
    });
    expect(importFaults([chart('../core/text/number.ts')])).toEqual([]);
    for (const target of ['../features/orders/index.ts', '../db/scope.ts', '../ui/blocks.ts', '@slack/bolt'])
      expect(importFaults([chart(target)])).toEqual([expect.stringContaining('plain data')]);
  });

  test('two parts that import each other', () => {
    const circle = [
      file('orders/picking/pick', '../packing/pack.ts'),
      file('orders/packing/pack', '../picking/pick.ts'),
    ];
    expect(circlesIn(circle, partOf)).toHaveLength(2);
  });
});
