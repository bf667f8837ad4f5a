import { expect, test } from 'vitest';
import { newContext } from '../../test/harness/database.ts';
import { importing } from '../../test/harness/import.ts';
import { batchSize } from './import-file.ts';

const fillers = (many: number, line: (n: number) => string) =>
  Array.from({ length: many }, (_, n) => line(n));
const lines = (header: string, ...rows: readonly string[]) => [header, ...rows].join('\n');
const order = 'number,placed_at,code,quantity,unit_price';

/** What is there, the command, the file, and what must be rejected: of a file that goes over the size of a batch, too. */
const cases: readonly [
  what: string,
  before: readonly [string, string][],
  command: string,
  file: string,
  rejected: number,
][] = [
  [
    'orders of products in the same file',
    [],
    'products,orders FILE --set channel=shop',
    lines(
      'number,placed_at,code,aliases,quantity',
      '1,2026-02-01,MUG,shop:HH-1,1',
      '1,2026-02-01,HH-1,,2',
      '2,2026-02-01,="mug",,3',
    ),
    0,
  ],
  [
    'levels of products in the same file, by another name of theirs too',
    [['locations FILE', 'code\nHAM']],
    'products,levels FILE --set location=HAM --map sku=code',
    lines('code,barcode,available', 'MUG,4006381333931,5', 'BOWL,,7'),
    0,
  ],
  [
    'a barcode of the first row that is the code of the last',
    [],
    'products FILE',
    lines(
      'code,title,barcode',
      'A,Mug,4006381333931',
      ...fillers(999, (n) => `F${n},Filler,`),
      '4006381333931,Other,',
    ),
    1,
  ],
  [
    'a barcode that is a code in the next row',
    [],
    'products FILE',
    lines('code,title,barcode', 'A,Mug,4006381333931', '4006381333931,Other,', '4006381333931,Mug,'),
    1,
  ],
  [
    'two products with one barcode',
    [],
    'products FILE',
    lines(
      'code,barcode',
      'A,4006381333931',
      'B,4006381333931',
      ...fillers(998, (n) => `F${n},`),
      '4006381333931,',
    ),
    1,
  ],
  [
    'an order of more lines than a batch that moves on',
    [['orders FILE', lines(order, ...fillers(batchSize + 200, (n) => `1,2026-02-01,L${n},1,5`))]],
    'orders FILE',
    lines(`${order},paid_at`, ...fillers(batchSize + 200, (n) => `1,2026-02-01,L${n},1,5,2026-02-02`)),
    0,
  ],
  [
    'a whole order of more lines than a batch',
    [['orders FILE', lines(order, ...fillers(batchSize + 200, (n) => `1,2026-02-01,L${n},1,5`))]],
    'orders FILE --whole',
    lines(
      order,
      ...fillers(1_100, (n) => `1,2026-02-01,L${n + 50},1,5`),
      ...fillers(100, (n) => `1,2026-02-01,N${n},1,5`),
    ),
    0,
  ],
];

test.each(cases)('a dry run says what the run does: %s', async (_, before, command, file, rejected) => {
  const ctx = await newContext();
  for (const [earlier, content] of before) await importing(ctx, earlier, content);
  const said = await importing(ctx, `${command} --dry-run`, file);
  const done = await importing(ctx, command, file);
  expect([said.kinds, said.faults, said.rejected]).toEqual([done.kinds, done.faults, done.rejected]);
  expect(done.rejected).toBe(rejected);
});
