import { expect, test } from 'vitest';
import { sourceFiles } from './source.ts';
import { foreignWrites, type Written } from './writer-rules.ts';

const folder = 'src/features/stock/ledger/';
const ledger: Written = {
  tables: [
    'ledger_entry',
    'ledger_leg',
    'level',
    'level_run',
    'level_statement',
    'stockout_span',
    'listed_span',
  ],
  by: folder,
  instead: 'post or state of stock/ledger',
};

test('only the ledger writes its entries, legs, levels and statements', () => {
  expect(foreignWrites(sourceFiles('src'), ledger)).toEqual([]);
});

test.each([
  ['INSERT INTO ledger_entry (id) VALUES (1)', 'ledger_entry'],
  ['WITH a AS (SELECT 1) INSERT INTO ledger_leg SELECT 1', 'ledger_leg'],
  ['UPDATE level SET quantity = 1', 'level'],
  ['DELETE FROM level_statement', 'level_statement'],
  ['insert into "level_run" values (1)', 'level_run'],
])('%s is caught elsewhere', (statement, table) => {
  const file = {
    path: 'src/features/stock/counting/store.ts',
    text: `writes(tx).$executeRaw\`${statement}\``,
  };
  expect(foreignWrites([file], ledger)).toEqual([
    `${file.path} writes ${table}: go by post or state of stock/ledger`,
  ]);
});

test('a call of the client is caught too; reading is not, nor is the ledger itself', () => {
  const path = 'src/features/stock/counting/store.ts';
  const written = { path, text: 'await writes(tx).level.updateMany({})' };
  const read = {
    path,
    text: 'await reads(scope).level.findMany({}); /* UPDATE level */ sql`SELECT 1 FROM level FOR UPDATE`',
  };
  const own = { path: `${folder}store.ts`, text: 'writes(tx).$executeRaw`UPDATE level SET quantity = 1`' };
  expect(foreignWrites([written, read, own], ledger)).toEqual([
    `${path} writes level: go by post or state of stock/ledger`,
  ]);
});
