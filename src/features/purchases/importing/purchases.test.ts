import { expect, test } from 'vitest';
import { builders } from '../../../../test/harness/builders.ts';
import { newContext, testDatabase } from '../../../../test/harness/database.ts';
import { importing } from '../../../../test/harness/import.ts';
import type { Context } from '../../../core/runtime/context.ts';
import { inboundList } from '../inbound/export.ts';

const { prisma } = await testDatabase();
const linesOf = async ({ workspace }: Context) =>
  await prisma.purchaseLine.findMany({ where: { workspaceId: workspace.id }, orderBy: { lineKey: 'asc' } });
const day = (text: string) => new Date(`${text}T00:00:00Z`);

const header =
  'po,line,supplier,sku,location,ordered,received,promised_on,delivered_on,cancelled,value,currency';
const file = (...rows: readonly string[]) => [header, ...rows].join('\n');

async function shop() {
  const ctx = await newContext();
  const given = builders(prisma, ctx.workspace, ctx.now);
  await given.location({ code: 'HAM', name: 'Hamburg' });
  const mug = await given.sku('MUG-01', { aliases: ['AMZ-1'] });
  return { ctx, mug };
}

test('a file of purchase orders is lines with their SKU and location; the same file again changes nothing', async () => {
  const { ctx, mug } = await shop();
  const text = file(
    'PO-4711,1,Acme,mug-01,ham,40,,2026-12-03,,no,580.00,EUR',
    'PO-4711,2,Acme,NEW-9,HAM,10,4,2026-12-03,,,,',
    'PO-4712,1,Beta,,,5,,2026-11-01,2026-11-02,,12.5,USD',
  );
  const once = await importing(ctx, 'purchases FILE --source erp', text);
  expect(once.kinds[0]).toMatchObject({
    counts: { added: 3, changed: 0 },
    facts: { lines: 3, orders: 2, 'codes that no SKU has yet: linked when it comes': 1 },
  });
  expect(await linesOf(ctx)).toMatchObject([
    {
      source: 'erp',
      lineKey: '4711\n1',
      skuId: mug,
      ordered: 40,
      valueMinor: 58_000n,
      currency: 'EUR',
      open: true,
    },
    { lineKey: '4711\n2', skuId: null, code: 'NEW-9', received: 4, valueMinor: null, open: true },
    { lineKey: '4712\n1', skuId: null, deliveredOn: day('2026-11-02'), valueMinor: 1_250n, open: false },
  ]);
  const again = await importing(ctx, 'purchases FILE --source erp', text);
  expect(again.kinds[0]?.counts).toEqual({ added: 0, changed: 0, unchanged: 3, skipped: 0 });
  const dry = await importing(ctx, 'purchases FILE --source erp --dry-run', text.replace('40', '41'));
  expect(dry.kinds[0]?.counts).toMatchObject({ changed: 1, unchanged: 2 });
  expect(await linesOf(ctx)).toMatchObject([{ ordered: 40 }, {}, {}]);
});

test('lines without a number of their own are told apart by their order in the file', async () => {
  const { ctx } = await shop();
  const text = 'po,sku,ordered\n4711,MUG-01,40\n4711,MUG-01,60\n4712,MUG-01,1';
  expect((await importing(ctx, 'purchases FILE', text)).kinds[0]?.counts).toMatchObject({ added: 3 });
  expect((await importing(ctx, 'purchases FILE', text)).kinds[0]?.counts).toMatchObject({ unchanged: 3 });
  expect(
    (await linesOf(ctx)).map(({ lineKey, ordered }) => `${lineKey.replace('\n', ' ')} ${ordered}`),
  ).toEqual(['4711 N:1 40', '4711 N:2 60', '4712 N:1 1']);
});

test('a later row about the same line replaces an earlier one, and the file again changes nothing', async () => {
  const { ctx } = await shop();
  const text = file('4711,1,Acme,,,40,,2026-12-03,,,,', 'PO 4711,1,Acme,,,30,,2026-12-10,,,,');
  const once = await importing(ctx, 'purchases FILE', text);
  expect(once.kinds[0]).toMatchObject({
    counts: { added: 1, skipped: 1 },
    facts: { 'rows that a later row of the file replaces': 1 },
  });
  expect((await importing(ctx, 'purchases FILE', text)).kinds[0]?.counts).toMatchObject({
    unchanged: 1,
    skipped: 1,
  });
  expect(await linesOf(ctx)).toMatchObject([{ ordered: 30, promisedOn: day('2026-12-10') }]);
});

test('a row with a location that nobody knows is refused, and the one before it stays', async () => {
  const { ctx } = await shop();
  const text = file(
    '4711,1,Acme,,HAM,40,,2026-12-03,,,,',
    '4711,1,Acme,,,30,,2026-12-04,,,,',
    '4711,1,Acme,,XYZ,20,,2026-12-10,,,,',
    '4712,1,Acme,,XYZ,7,,,,,,',
    '4713,1,Acme,,XYZ,7,,,,,,',
    '4713,1,Acme,,HAM,8,,,,,,',
  );
  for (const command of ['purchases FILE --dry-run', 'purchases FILE']) {
    const { kinds, faults } = await importing(ctx, command, text);
    expect(kinds[0]).toMatchObject({ counts: { added: 2, skipped: 1 }, facts: { lines: 2, orders: 2 } });
    expect(faults.map(({ line, column }) => `${line} ${column}`)).toEqual([
      '4 location',
      '5 location',
      '6 location',
    ]);
  }
  expect(await linesOf(ctx)).toMatchObject([
    { lineKey: '4711\n1', ordered: 30, promisedOn: day('2026-12-04') },
    { lineKey: '4713\n1', ordered: 8 },
  ]);
});

test('an older file changes nothing and says so; a moment of tomorrow is refused', async () => {
  const { ctx } = await shop();
  const at = (said: string, ordered: number) => `po,line,ordered,said_at\n4711,1,${ordered},${said}`;
  const hours = (n: number) => new Date(ctx.now.getTime() + n * 3_600_000).toISOString();
  await importing(ctx, 'purchases FILE', at(hours(-2), 40));
  const older = await importing(ctx, 'purchases FILE', at(hours(-5), 99));
  expect(older.kinds[0]).toMatchObject({
    counts: { unchanged: 1 },
    facts: { 'lines of which something newer is known, which stay': 1 },
  });
  const future = await importing(ctx, 'purchases FILE', at(hours(24), 99));
  expect(future.faults).toMatchObject([{ column: 'said_at', reason: 'is in the future' }]);
  expect(await linesOf(ctx)).toMatchObject([{ ordered: 40 }]);
});

test.each([
  ['a location that nobody knows', '4711,1,Acme,,XYZ,40,,,,,,', 'location', 'is no location here'],
  ['negative pieces', '4711,1,Acme,,,-4,,,,,,', 'ordered', 'is negative'],
  ['pieces that are no number', '4711,1,Acme,,,many,,,,,,', 'ordered', 'is not a number'],
  ['no order', ',1,Acme,,,4,,,,,,', 'po', 'is empty'],
])('a row with %s is refused by its column, and the others are loaded', async (_, row, column, reason) => {
  const { ctx } = await shop();
  const report = await importing(ctx, 'purchases FILE', file(row, '4800,1,Acme,,,1,,,,,,'));
  expect(report.faults).toEqual([expect.objectContaining({ column, reason })]);
  expect(report.kinds[0]?.counts).toMatchObject({ added: 1 });
});

test('products and their purchase orders in one file are linked, in a dry run as well', async () => {
  const ctx = await newContext();
  const text = 'code,title,po,ordered\nCUP-7,Cup,4711,12';
  const command = 'products,purchases FILE --map sku=code';
  const dry = await importing(ctx, `${command} --dry-run`, text);
  expect(dry.kinds[1]?.facts).toEqual({ lines: 1, orders: 1 });
  await importing(ctx, command, text);
  expect(await linesOf(ctx)).toMatchObject([{ code: 'CUP-7', skuId: expect.any(String) }]);
});

test('the list as a file has every line, with what its source said in place of a day', async () => {
  const { ctx } = await shop();
  await importing(
    ctx,
    'purchases FILE --source erp',
    'po,line,sku,ordered,sent_said,location,value\n4711,A-1,MUG-01,40,=cmd|x,HAM,580\n4712,1,,5,,,',
  );
  const rows: unknown[] = [];
  for await (const page of inboundList.pages(ctx, { show: 'open', by: 'everything', of: null }, 100))
    rows.push(...page);
  const of = (title: string) => inboundList.columns.indexOf(title);
  const first = rows.find((row) => (row as readonly unknown[])[of('PO')] === '4711') as readonly unknown[];
  expect(rows).toHaveLength(2);
  expect(
    ['Line', 'SKU', 'Ordered', 'Sent', 'Location', 'Value', 'Currency', 'Data faults'].map(
      (title) => first[of(title)],
    ),
  ).toEqual(['A-1', 'MUG-01', 40, '=cmd|x', 'HAM', '580.00', 'EUR', 'sent unknown']);
});
