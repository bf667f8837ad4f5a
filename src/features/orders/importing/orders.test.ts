import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { newContext, testDatabase } from '../../../../test/harness/database.ts';
import { importing, sharedFile } from '../../../../test/harness/import.ts';
import type { Context } from '../../../core/runtime/context.ts';
import { faultsOf } from '../../../core/tokens/states.ts';
import { batchSize } from '../../../importer/import-file.ts';
import { stageTable } from '../rules.ts';

const orders = async ({ workspace }: Context) => {
  const { prisma } = await testDatabase();
  return await prisma.order.findMany({
    where: { workspaceId: workspace.id },
    include: { lines: { orderBy: { ordinal: 'asc' } } },
    orderBy: { number: 'asc' },
  });
};

test('every stage can be reached, and every arrow leads to a known stage', () => {
  expect(faultsOf(stageTable)).toEqual([]);
});

test('an order spread over a file is one order; repeated lines stay separate lines', async () => {
  const ctx = await newContext();
  const file =
    'number,placed_at,code,quantity,unit_price\n' +
    '1001,2026-02-01 10:01,MUG-01,2,14.50\n1002,2026-02-01 11:00,MUG-01,1,14.50\n' +
    '1001,2026-02-01 10:00,MUG-01,2,14.50\n1001,2026-02-01 10:01,MUG-01,2,14.50\n';
  const report = await importing(ctx, 'orders FILE', file);
  const [first] = await orders(ctx);
  expect(first?.placedAt.toISOString()).toBe('2026-02-01T09:00:00.000Z');
  expect(first?.lines.map(({ ordinal, ordered }) => [ordinal, ordered])).toEqual([
    [1, 2],
    [2, 2],
    [3, 2],
  ]);
  expect(report).toMatchObject({
    repeated: 1,
    kinds: [{ facts: { 'orders with several times (the earliest counts)': ['1001'] } }],
  });
});

// Their names once shared a hash, and all of the second became the first's.
test('two orders of a file stay two, whatever their numbers are', async () => {
  const ctx = await newContext();
  const file =
    'number,placed_at,code,quantity,unit_price\n' +
    '6YOVXCC9,2026-02-01 10:01,MUG-01,2,14.50\nA1,2026-02-01 10:01,MUG-01,1,1.00\n' +
    'XU7R09YU,2026-02-02 11:00,TEE-01,1,9.00\n';
  const report = await importing(ctx, 'orders FILE', file);
  expect(report).toMatchObject({ rejected: 0, kinds: [{ counts: { added: 3 } }] });
  expect((await orders(ctx)).map(({ number, lines }) => [number, lines.map(({ code }) => code)])).toEqual([
    ['6YOVXCC9', ['MUG-01']],
    ['A1', ['MUG-01']],
    ['XU7R09YU', ['TEE-01']],
  ]);
});

test('importing the same file again writes no row at all', async () => {
  const ctx = await newContext();
  const file = 'number,placed_at,delivered_at,code,quantity\n1001,2026-02-01,2026-02-04,MUG-01,2\n';
  await importing(ctx, 'orders FILE', file);
  const { prisma } = await testDatabase();
  const audit = () => prisma.auditEntry.count({ where: { workspaceId: ctx.workspace.id } });
  const before = [await orders(ctx), await audit()];
  const report = await importing({ ...ctx, now: new Date('2026-05-01T00:00:00Z') }, 'orders FILE', file);
  expect(report.kinds[0]?.counts).toEqual({ added: 0, changed: 0, unchanged: 1, skipped: 0 });
  expect([await orders(ctx), await audit()]).toEqual(before);
});

test('the furthest milestone sets the stage and the quantities of the lines', async () => {
  const ctx = await newContext();
  await importing(
    ctx,
    'orders FILE',
    'number,placed_at,paid_at,handed_over_at,cancelled_at,code,quantity\n' +
      '1,2026-02-01,2026-02-01,2026-02-02,,MUG-01,3\n2,2026-02-01,2026-02-01,,2026-02-02,MUG-01,3\n3,2026-02-01,,,,MUG-01,3\n',
  );
  const found = await orders(ctx);
  expect(
    found.map(({ stage, lines: [line] }) => [stage, line?.picked, line?.shipped, line?.cancelled]),
  ).toEqual([
    ['handed_over', 3, 3, 0],
    ['cancelled', 0, 0, 3],
    ['placed', 0, 0, 0],
  ]);
});

test('an older file changes nothing and is no fault; a newer one corrects, and no file un-says a milestone', async () => {
  const ctx = await newContext();
  const header = 'number,updated_at,placed_at,paid_at,delivered_at,code,quantity,title';
  const file = async (updatedAt: string, rest: string) =>
    await importing(ctx, 'orders FILE', `${header}\n1001,${updatedAt},2026-02-01,2026-02-01,${rest}\n`);
  const standing = async () => {
    const [order] = await orders(ctx);
    return [
      order?.stage,
      ...(order?.lines ?? []).map((line) => `${line.shipped}/${line.ordered} ${line.title}`),
    ];
  };
  await file('2026-02-05', '2026-02-05,MUG-01,3,Blue mug');
  const older = await file('2026-02-03', ',MUG-01,3,Mug');
  expect(older.faults).toEqual([]);
  expect(older.kinds[0]?.counts).toEqual({ added: 0, changed: 0, unchanged: 1, skipped: 0 });
  expect(await standing()).toEqual(['delivered', '3/3 Blue mug']);
  const newer = await file('2026-02-06', ',MUG-01,3,Sea blue mug');
  expect([newer.faults, newer.kinds[0]?.counts.changed]).toEqual([[], 1]);
  expect(await standing()).toEqual(['delivered', '3/3 Sea blue mug']);
});

test('a file without times of its own is as old as it was written', async () => {
  const ctx = await newContext();
  const { prisma } = await testDatabase();
  await importing(ctx, 'orders FILE', lineFile('MUG-01,3,5'));
  const [said] = await prisma.orderStatement.findMany({ where: { workspaceId: ctx.workspace.id } });
  expect(said).toMatchObject({ source: expect.stringMatching(/^file /), facet: 'order', said: null });
  // Another file of the same words is kept beside it, as no news.
  const before = await orders(ctx);
  await importing(ctx, 'orders FILE', lineFile('MUG-01,3,5'));
  expect(await orders(ctx)).toEqual(before);
  const all = await prisma.orderStatement.findMany({ where: { workspaceId: ctx.workspace.id } });
  expect(new Set(all.map(({ hash }) => hash))).toEqual(new Set([said?.hash]));
});

test("a file without milestones leaves the order's stage alone", async () => {
  const ctx = await newContext();
  await importing(
    ctx,
    'orders FILE',
    'number,placed_at,delivered_at,code,quantity\n1,2026-02-01,2026-02-03,MUG-01,3\n',
  );
  const again = await importing(
    ctx,
    'orders FILE',
    'number,placed_at,code,quantity\n1,2026-02-01,MUG-01,3\n',
  );
  expect(again.kinds[0]?.counts).toMatchObject({ unchanged: 1 });
});

test('an order of negative quantities only is a credit: refunded, not ordered; in a mixed order they are faults', async () => {
  const ctx = await newContext();
  const report = await importing(
    ctx,
    'orders FILE',
    'number,placed_at,code,quantity\nA,2026-02-01,MUG-01,-3\nB,2026-02-01,MUG-01,-1\nB,2026-02-01,MUG-02,1\n',
  );
  expect(
    (await orders(ctx)).map(({ kind, lines }) => [kind, lines.map((line) => [line.ordered, line.refunded])]),
  ).toEqual([
    ['credit', [[0, 3]]],
    ['sale', [[1, 0]]],
  ]);
  expect(report.faults).toMatchObject([{ line: 3, column: 'quantity', value: '-1' }]);
});

test('a rejected row that is corrected later goes into its place and moves no other', async () => {
  const ctx = await newContext();
  const file = (quantity: string) =>
    `number,placed_at,code,quantity\n1,2026-02-01,A,1\n1,2026-02-01,B,${quantity}\n1,2026-02-01,C,3\n`;
  await importing(ctx, 'orders FILE', file('two'));
  const mended = await importing(ctx, 'orders FILE', file('2'));
  expect(mended.kinds[0]?.counts).toEqual({ added: 1, changed: 0, unchanged: 2, skipped: 0 });
  expect((await orders(ctx))[0]?.lines.map(({ code }) => code)).toEqual(['A', 'B', 'C']);
});

test("a code may be the channel's own name for a SKU; an unknown one is kept and counted", async () => {
  const ctx = await newContext();
  await importing(ctx, 'products FILE', 'code,aliases\nMUG-01,amazon:B0XYZ\n');
  const report = await importing(
    ctx,
    'orders FILE --set channel=amazon',
    'number,placed_at,code,quantity\n1,2026-02-01,b0xyz,1\n1,2026-02-01,GONE,1\n',
  );
  expect((await orders(ctx))[0]?.lines.map(({ skuId }) => skuId !== null)).toEqual([true, false]);
  expect(report.kinds[0]?.facts).toMatchObject({ 'goods only': { 'codes without a known SKU': 1 } });
});

test('unknown codes are named with what to do, and a later import of the orders finds their products', async () => {
  const ctx = await newContext();
  const file = (codes: readonly string[]) =>
    `number,placed_at,code,quantity\n${codes.map((code) => `A-${code},2026-02-01,${code},1`).join('\n')}\n`;
  const loads = async (codes: readonly string[]) =>
    (await importing(ctx, 'orders FILE', file(codes))).kinds[0]?.facts;
  expect(await loads(['Gone', 'GONE'])).toMatchObject({
    'not in the catalogue': 'Gone. Import this product, then the orders again.',
  });
  const seven = ['a1', 'a2', 'a3', 'a4', 'a5', 'a6', 'a7'];
  expect(await loads(seven)).toMatchObject({
    'not in the catalogue': 'a1, a2, a3, a4, a5 and 2 more. Import these products, then the orders again.',
  });
  await importing(ctx, 'products FILE', `code\n${seven.join('\n')}\n`);
  expect(await loads(seven)).not.toHaveProperty('not in the catalogue');
  const later = await orders(ctx);
  expect(later.flatMap(({ lines }) => lines).filter(({ code }) => seven.includes(code))).toHaveLength(7);
  expect(
    later
      .flatMap(({ lines }) => lines)
      .every((line) => line.skuId !== null || line.code.toUpperCase() === 'GONE'),
  ).toBe(true);
});

test('an unknown location is a fault that names the known ones', async () => {
  const ctx = await newContext();
  const report = await importing(
    ctx,
    'orders FILE',
    'number,placed_at,code,quantity,location\n1,2026-02-01,MUG-01,1,LYS\n',
  );
  expect(report.faults[0]?.reason).toBe('is not a known location (there are none yet: import them first)');
});

const retail = sharedFile('uci/online_retail.csv', 1);
test.runIf(retail)(
  'the retail data set imports in one command with the counts of KPIS.md, and a second time without a change',
  { timeout: 120_000 },
  async () => {
    const ctx = await newContext();
    const content = await readFile(retail ?? '');
    const once = await importing(ctx, 'products,orders FILE --preset online-retail', content);
    expect(once).toMatchObject({ read: 44_951, rejected: 0, repeated: 75 });
    const facts = {
      'every line': { sales: 1_887, units: 912_224, credits: 446, 'units credited': 13_869 },
      'goods only': {
        sales: 1_824,
        units: 908_996,
        'units credited': 13_267,
        'codes sold': 2_781,
        'value sold': '£1,495,204.42',
        'codes without a known SKU': 0,
      },
      'orders with several times (the earliest counts)': ['541631', '543179', '553375'],
    };
    expect(once.kinds).toMatchObject([
      { name: 'products', counts: { added: 2_792 } },
      { name: 'orders', counts: { added: 44_951 }, facts },
    ]);
    const { prisma } = await testDatabase();
    const [stored] = await prisma.$queryRaw<object[]>`
      SELECT count(DISTINCT o.id) FILTER (WHERE o.kind = 'sale')::int AS sales,
        sum(l.ordered) FILTER (WHERE o.kind = 'sale')::int AS units,
        count(DISTINCT o.id) FILTER (WHERE o.kind = 'credit')::int AS credits,
        sum(l.refunded) FILTER (WHERE o.kind = 'credit')::int AS credited,
        sum(l.ordered * l.unit_price_minor) FILTER (WHERE o.kind = 'sale' AND l.kind = 'goods')::bigint AS value
      FROM "order" o JOIN order_line l ON l.workspace_id = o.workspace_id AND l.order_id = o.id
      WHERE o.workspace_id = ${ctx.workspace.id}::uuid`;
    expect(stored).toEqual({
      sales: 1_887,
      units: 912_224,
      credits: 446,
      credited: 13_869,
      value: 149_520_442n,
    });
    const again = await importing(ctx, 'products,orders FILE --preset online-retail', content);
    expect(again.kinds.map(({ counts }) => [counts.added, counts.changed])).toEqual([
      [0, 0],
      [0, 0],
    ]);
  },
);

const lineFile = (...lines: readonly string[]) =>
  `number,placed_at,code,quantity,unit_price\n${lines.map((line) => `1001,2026-02-01,${line}\n`).join('')}`;
const told = async (ctx: Context) =>
  (await orders(ctx))[0]?.lines.map(
    ({ code, ordered, unitPriceMinor }) => `${ordered} × ${code} ${unitPriceMinor}`,
  );

test('a re-export that leaves out a line changes no other line, and says that the line stays', async () => {
  const ctx = await newContext();
  await importing(ctx, 'orders FILE', lineFile('A,1,5', 'B,2,6', 'A,3,5', 'C,4,7'));
  const report = await importing(ctx, 'orders FILE', lineFile('C,4,7', 'A,3,5'));
  expect(report.kinds[0]).toMatchObject({
    counts: { added: 0, changed: 0, unchanged: 2, skipped: 0 },
    facts: { 'orders with stored lines that the file leaves out (kept)': ['1001'] },
  });
  expect(await told(ctx)).toEqual(['1 × A 500', '2 × B 600', '3 × A 500', '4 × C 700']);
  const longer = await importing(ctx, 'orders FILE', lineFile('A,1,5', 'B,2,6', 'A,9,5', 'C,4,7', 'D,1,1'));
  expect(longer.kinds[0]?.counts).toEqual({ added: 1, changed: 1, unchanged: 3, skipped: 0 });
  expect(await told(ctx)).toEqual(['1 × A 500', '2 × B 600', '9 × A 500', '4 × C 700', '1 × D 100']);
});

test('lines that may replace stored ones or stand beside them are refused until the file says which', async () => {
  const ctx = await newContext();
  await importing(ctx, 'orders FILE', lineFile('A,1,5', 'B,2,6'));
  const other = lineFile('B,2,6', 'A,1,4.50');
  const report = await importing(ctx, 'orders FILE', other);
  expect(
    report.faults.map(({ line, column, value, reason }) => `${line} ${column} ${value} ${reason}`),
  ).toEqual(
    [2, 3].map(
      (line) =>
        `${line} number 1001 is stored with other lines: add --partial if the file tells a part of the order, --whole if it replaces them`,
    ),
  );
  expect(await told(ctx)).toEqual(['1 × A 500', '2 × B 600']);

  const whole = await importing(ctx, 'orders FILE --whole', other);
  expect(whole.kinds[0]).toMatchObject({
    counts: { added: 1, changed: 1, unchanged: 0, skipped: 0 },
    facts: { 'orders with stored lines that the file leaves out (taken away)': ['1001'] },
  });
  expect((await told(ctx))?.toSorted()).toEqual(['1 × A 450', '2 × B 600']);
  expect((await importing(ctx, 'orders FILE --whole', other)).kinds[0]?.counts).toMatchObject({
    unchanged: 2,
  });
  const { prisma } = await testDatabase();
  const audit = await prisma.auditEntry.findMany({
    where: { workspaceId: ctx.workspace.id, subjectKind: 'order' },
  });
  expect(audit).toMatchObject([{ before: { line: 1, code: 'A', pieces: 1 }, after: null }]);
});

test('an order spread over two files is whole after both, however often they are imported', async () => {
  const ctx = await newContext();
  const [one, two] = [lineFile('A,1,5', 'B,2,6'), lineFile('C,3,7', 'D,4,8')];
  await importing(ctx, 'orders FILE', one);
  expect((await importing(ctx, 'orders FILE', two)).rejected).toBe(2);
  for (const file of [two, one, two]) await importing(ctx, 'orders FILE --partial', file);
  expect(await told(ctx)).toEqual(['1 × A 500', '2 × B 600', '3 × C 700', '4 × D 800']);
});

test('a file is whole or partial, not both, and only of things that have parts', async () => {
  const ctx = await newContext();
  await expect(importing(ctx, 'orders FILE --whole --partial', lineFile('A,1,5'))).rejects.toThrow(
    '--partial and --whole exclude each other.',
  );
  await expect(importing(ctx, 'products FILE --whole', 'code\nA\n')).rejects.toThrow(
    '--partial and --whole are for things that have parts, such as orders with their lines.',
  );
});

test("a line with the source's own id is that line, whatever else changed; the same id twice is refused or told once", async () => {
  const ctx = await newContext();
  const file = (...lines: readonly string[]) =>
    `number,placed_at,line_id,code,quantity,unit_price\n${lines.map((line) => `1001,2026-02-01,${line}\n`).join('')}`;
  await importing(ctx, 'orders FILE', file('7,A,1,5', '8,A,1,5'));
  await importing(ctx, 'orders FILE', file('8,A2,3,6'));
  expect(await told(ctx)).toEqual(['1 × A 500', '3 × A2 600']);
  const report = await importing(ctx, 'orders FILE', file('9,B,1,5', '9,B,1,5', '9,B,2,5'));
  expect(report.kinds[0]?.counts).toMatchObject({ added: 1, skipped: 1 });
  expect(report.faults).toMatchObject([
    { line: 4, column: 'line_id', value: '9', reason: 'differs from line 2' },
  ]);
});

test('an order is the same however its number and channel are written; its lines are too', async () => {
  const ctx = await newContext();
  await importing(ctx, 'products FILE', 'code,aliases\nMUG-01,shopify:HH-1\n');
  const header = 'number,channel,placed_at,code,quantity\n';
  await importing(ctx, 'orders FILE', `${header}#1042,Shopify,2026-02-01,MUG-01,2\n`);
  const again = await importing(ctx, 'orders FILE', `${header} 1042 , shopify,2026-02-01,hh-1,2\n`);
  expect(again.kinds[0]?.counts).toEqual({ added: 0, changed: 0, unchanged: 1, skipped: 0 });
  const within = await importing(
    ctx,
    'orders FILE',
    `${header}#2,web,2026-02-01,A,1\n2,WEB,2026-02-01,B,1\n`,
  );
  expect(within.kinds[0]?.counts).toMatchObject({ added: 2 });
  expect((await orders(ctx)).map(({ number, lines }) => [number, lines.length])).toEqual([
    ['#1042', 1],
    ['#2', 2],
  ]);
});

test('a whole file with a row that cannot be read takes no line away', async () => {
  const ctx = await newContext();
  await importing(ctx, 'orders FILE', lineFile('A,1,5', 'B,2,6'));
  await importing(ctx, 'orders FILE --whole', lineFile('A,1,5', 'B,two,6'));
  expect(await told(ctx)).toEqual(['1 × A 500', '2 × B 600']);
});

test('a whole order in several batches replaces the stored one once', async () => {
  const ctx = await newContext();
  const many = Array.from({ length: batchSize + 500 }, (_, n) => `L${n},1,5`);
  await importing(ctx, 'orders FILE', lineFile('OLD,1,5', ...many));
  const report = await importing(ctx, 'orders FILE --whole', lineFile(...many, 'NEW,1,5'));
  expect(report.kinds[0]?.counts.added).toBe(1);
  const lines = (await told(ctx)) ?? [];
  expect([lines.length, lines.includes('1 × OLD 500'), lines.includes('1 × NEW 500')]).toEqual([
    many.length + 1,
    false,
    true,
  ]);
});

test('a continuation row without a currency is in that of its order', async () => {
  const ctx = await newContext();
  const header = 'number,placed_at,currency,code,quantity,unit_price\n';
  await importing(ctx, 'orders FILE', `${header}1001,2026-02-01,JPY,A,1,1500\n1001,,,B,1,900\n1001,,,C,1,\n`);
  expect((await orders(ctx))[0]?.currency).toBe('JPY');
  expect(await told(ctx)).toEqual(['1 × A 1500', '1 × B 900', '1 × C 0']);
});

test('two currencies in one order are refused, in the file or beside the stored ones', async () => {
  const ctx = await newContext();
  const header = 'number,placed_at,currency,code,quantity,unit_price\n';
  const mixed = await importing(
    ctx,
    'orders FILE',
    `${header}1,2026-02-01,,A,1,5\n1,2026-02-01,JPY,B,1,900\n`,
  );
  expect(mixed.faults.map(({ reason }) => reason)).toEqual(
    Array(2).fill('is unclear: order 1 is in EUR in line 2 and in JPY in line 3'),
  );
  await importing(ctx, 'orders FILE', `${header}1001,2026-02-01,JPY,A,1,1500\n`);
  const plain = await importing(ctx, 'orders FILE', lineFile('A,1,1500'));
  expect(plain.faults).toMatchObject([
    {
      line: 2,
      column: 'currency',
      value: 'EUR',
      reason: 'is not that of order 1001, which is stored in JPY',
    },
  ]);
  const [order] = await orders(ctx);
  expect([order?.currency, order?.lines[0]?.unitPriceMinor]).toEqual(['JPY', 1500n]);
  await importing(ctx, 'orders FILE --whole', lineFile('A,1,15'));
  expect((await orders(ctx))[0]).toMatchObject({ currency: 'EUR', lines: [{ unitPriceMinor: 1500n }] });
});
