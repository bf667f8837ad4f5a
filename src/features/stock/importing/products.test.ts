import { beforeEach, expect, test } from 'vitest';
import { newContext, testDatabase } from '../../../../test/harness/database.ts';
import { importing } from '../../../../test/harness/import.ts';
import type { Context } from '../../../core/runtime/context.ts';

let ctx: Context;

beforeEach(async () => {
  ctx = await newContext();
});

const products = async () => {
  const { prisma } = await testDatabase();
  const rows = await prisma.sku.findMany({
    where: { workspaceId: ctx.workspace.id },
    orderBy: { codeKey: 'asc' },
    select: { code: true, title: true, priceMinor: true, unitCostMinor: true, currency: true, barcode: true },
  });
  return rows.map(
    ({ code, priceMinor, unitCostMinor, currency }) => `${code} ${priceMinor}/${unitCostMinor} ${currency}`,
  );
};
const load = async (text: string) => await importing(ctx, 'products FILE', text);
const reasons = async (text: string) =>
  (await load(text)).faults.map(({ line, column, value, reason }) => `${line} ${column} ${value}: ${reason}`);

test('a code written in several ways is one product, also in a second file', async () => {
  await load('code,price\nMUG-01,14.50\nmug\u201101,14.50\n"=""MUG-01""",14.50\n');
  const again = await load("code,price\n' mug-01,15\n");
  expect(again.kinds[0]?.counts).toMatchObject({ added: 0, changed: 1 });
  expect(await products()).toEqual(['MUG-01 1500/null EUR']);
});

test('a row that calls a product by an alias or a barcode changes that product', async () => {
  await load('code,barcode,aliases,price\nMUG-01,4006381333931,shopify:HH-MUG-01,14.50\n');
  const report = await load('code,price\nhh-mug-01,15\n4006381333931,15\n');
  expect(report.kinds[0]).toMatchObject({
    counts: { added: 0, changed: 1, skipped: 1 },
    facts: {
      'rows that call a product by another name': ['hh-mug-01 is MUG-01', '4006381333931 is MUG-01'],
    },
  });
  expect(await products()).toEqual(['MUG-01 1500/null EUR']);
  expect((await load('code,price\nhh-mug-01,15\n')).kinds[0]?.counts).toMatchObject({ unchanged: 1 });
});

test('two names of one product that say different things are refused, and both lines are named', async () => {
  const file = 'code,aliases,price\nMUG-01,shopify:HH-1,14.50\nHH-1,,15\n';
  expect(await reasons(file)).toEqual(['3 code HH-1: is MUG-01, as in line 2, and differs from that line']);
  expect(await reasons(file)).toHaveLength(1);
  expect(await products()).toEqual(['MUG-01 1450/null EUR']);
});

test("an alias that is another product's code, in the file or stored, is refused", async () => {
  await load('code\nMUG-01\n');
  expect(await reasons('code,aliases\nMUG-02,amazon:mug-01\nMUG-03,\nMUG-04,amazon:MUG-03\n')).toEqual([
    '2 aliases amazon:mug-01: is the code of another product',
    '4 aliases amazon:MUG-03: is the code of another product',
  ]);
});

test('a stored price keeps its currency', async () => {
  await load('code,price,currency\nMUG-01,20.00,USD\n');
  expect(await reasons('code,unit_cost\nMUG-01,4.20\n')).toEqual([
    '2 unit_cost 4.20: is in EUR, and the stored price of MUG-01 is in USD',
  ]);
  expect(await reasons('code,currency\nMUG-01,JPY\n')).toEqual([
    '2 currency JPY: is in JPY, and the stored price of MUG-01 is in USD',
  ]);
  expect(await products()).toEqual(['MUG-01 2000/null USD']);
  await load('code,unit_cost,currency\nMUG-01,4.20,USD\n');
  await load('code,unit_cost,price,currency\nMUG-01,4.00,18.00,EUR\n');
  expect(await products()).toEqual(['MUG-01 1800/400 EUR']);
});

test('amounts of one product in two currencies are refused in every row; an empty currency is inherited', async () => {
  expect(
    await reasons(
      'code,price,unit_cost,currency\nMUG-01,1500,,JPY\nMUG-01,,900,\nMUG-02,5,,\nMUG-02,,3,USD\n',
    ),
  ).toEqual([
    '4 currency : is unclear: MUG-02 is in EUR in line 4 and in USD in line 5',
    '5 currency USD: is unclear: MUG-02 is in EUR in line 4 and in USD in line 5',
  ]);
  expect(await products()).toEqual(['MUG-01 1500/900 JPY']);
});

test('an amount with the sign of another currency, or in a currency that does not exist, is refused', async () => {
  expect(await reasons('code,price,currency\nA,$5.00,\nB,£5.00,GBP\nC,5.00 USD,EUR\nD,5,EUO\n')).toEqual([
    '2 price $5.00: is in $, not in EUR',
    '4 price 5.00 USD: is in USD, not in EUR',
    '5 price 5: has no currency',
    '5 currency EUO: is not a currency code such as EUR',
  ]);
  expect(await products()).toEqual(['B 500/null GBP']);
});

test('a fault in a later row of a product is told, and its values are left out', async () => {
  expect(await reasons('code,price\nMUG-01,\nMUG-01,-5\n')).toEqual(['3 price -5: is negative']);
  expect(await reasons("code\n'\n")).toEqual(["2 code ': is not a code"]);
  expect(await products()).toEqual(['MUG-01 null/null EUR']);
});

test('a column "cost" is the unit cost, unless the file has one of that name too', async () => {
  expect((await load('code,cost\nMUG-01,4.20\n')).said).toEqual([]);
  expect((await load('code,unit_cost,cost\nMUG-02,3,9\n')).said).toEqual(['1 column is not read: cost.']);
  expect((await importing(ctx, 'products FILE --map unit_cost=', 'code,cost\nMUG-03,9\n')).said).toEqual([
    '1 column is not read: cost.',
  ]);
  expect(await products()).toEqual(['MUG-01 null/420 EUR', 'MUG-02 null/300 EUR', 'MUG-03 null/null EUR']);
});
