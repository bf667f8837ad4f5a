import { expect, test } from 'vitest';
import { sourceFiles } from './source.ts';
import { foreignWrites, type Written } from './writer-rules.ts';

const importing = 'src/features/orders/importing/';
const lines: Written = {
  tables: ['order_line'],
  by: `${importing}line-store.ts`,
  instead: 'writeLines of orders/importing, which moves demand along',
};
const days: Written = {
  tables: ['sku_day'],
  by: 'src/features/orders/demand/',
  instead: 'writeLines of orders/importing',
};

test('whoever writes order lines moves the demand of their days: there is one way to write either', () => {
  expect(foreignWrites(sourceFiles('src'), lines)).toEqual([]);
  expect(foreignWrites(sourceFiles('src'), days)).toEqual([]);
  const store = sourceFiles(importing).find(({ path }) => path === lines.by);
  const exported = [...(store?.text ?? '').matchAll(/export (?:async )?function (\w+)/g)].map(
    ([, name]) => name,
  );
  expect(exported, 'what writes lines without telling demand must not be exported').toEqual([
    'linesOf',
    'writeLines',
  ]);
});

test.each([
  [lines, `${importing}store.ts`, 'DELETE FROM order_line', 'order_line: go by writeLines'],
  [days, 'src/features/stock/card/store.ts', 'UPDATE sku_day SET ordered = 1', 'sku_day: go by writeLines'],
] as const)('a write elsewhere is caught', (written, path, statement, fault) => {
  expect(foreignWrites([{ path, text: `writes(tx).$executeRaw\`${statement}\`` }], written)).toEqual([
    expect.stringContaining(`${path} writes ${fault}`),
  ]);
});
