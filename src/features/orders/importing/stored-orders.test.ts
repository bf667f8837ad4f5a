import { beforeEach, expect, test } from 'vitest';
import { newContext, testDatabase } from '../../../../test/harness/database.ts';
import { importing } from '../../../../test/harness/import.ts';
import type { Context } from '../../../core/runtime/context.ts';

let ctx: Context;
const header = 'number,placed_at,code,quantity,unit_price';

beforeEach(async () => {
  ctx = await newContext();
  await importing(ctx, 'locations FILE', 'code\nHAM\n');
  await imported(header, '1042,2026-11-01,A,1,5.00', '1042,2026-11-01,B,2,6.00');
});

const imported = async (...lines: readonly string[]) =>
  await importing(ctx, 'orders FILE', `${lines.join('\n')}\n`);
const importedAs = async (tells: 'whole' | 'partial', ...lines: readonly string[]) =>
  await importing(ctx, `orders FILE --${tells}`, `${lines.join('\n')}\n`);

async function stored() {
  const { prisma } = await testDatabase();
  const orders = await prisma.order.findMany({
    where: { workspaceId: ctx.workspace.id },
    include: { lines: { orderBy: { ordinal: 'asc' } } },
    orderBy: { number: 'asc' },
  });
  return orders.flatMap(({ number, kind, stage, placedAt, lines }) => [
    `${number} ${kind} ${stage} ${day(placedAt)}`,
    ...lines.map((l) => `${l.code} ${l.ordered}/${l.shipped}/${l.refunded} ${day(l.placedAt)}`),
  ]);
}

const day = (at: Date) => at.toLocaleDateString('sv', { timeZone: 'Europe/Berlin' });
const asBefore = ['1042 sale placed 2026-11-01', 'A 1/0/0 2026-11-01', 'B 2/0/0 2026-11-01'];

test.each([
  ['a negative price', '1042,2026-11-01,C,2,-6.00,,,'],
  ['a negative quantity in a sale', '1042,2026-11-01,C,-2,6.00,,,'],
  ['a location that nobody knows', '1042,2026-11-01,C,2,6.00,NOWHERE,,'],
  ['another currency', '1042,2026-11-01,C,2,6.00,,USD,'],
  ['the id of another line', '1042,2026-11-01,C,2,6.00,,,7'],
  ['a cell that cannot be read', '1042,2026-11-01,C,two,6.00,,,'],
])('a whole order of which a row is refused for %s loses no stored line', async (_, refused) => {
  const good = '1042,2026-11-01,A,1,5.00,HAM,,7';
  const report = await importedAs('whole', `${header},location,currency,line_id`, good, refused);
  expect(report.rejected).toBeGreaterThan(0);
  expect(await stored()).toContain('B 2/0/0 2026-11-01');
});

test('the row that is refused may come first', async () => {
  await importedAs('whole', header, '1042,2026-11-01,C,2,-6.00', '1042,2026-11-01,A,1,5.00');
  expect(await stored()).toEqual(asBefore);
});

test('a refund under the number of a stored sale is refused: the sale stays what it was', async () => {
  const refund = [header, '1042,2026-11-09,A,-1,5.00'];
  for (const report of [await imported(...refund), await importedAs('partial', ...refund)])
    expect(report.faults).toEqual([
      {
        line: 2,
        column: 'quantity',
        value: '-1',
        reason:
          'would make a credit of order 1042, which is stored as a sale: give a refund its own number, or say its kind and add --whole to replace the order',
      },
    ]);
  await importedAs('whole', ...refund);
  expect(await stored()).toEqual(asBefore);
});

test('a stored order changes its kind where the file says so and tells the whole order', async () => {
  const said = [`${header},kind`, '1042,2026-11-09,A,1,5.00,credit'];
  expect((await importedAs('partial', ...said)).faults).toMatchObject([
    {
      column: 'kind',
      value: 'credit',
      reason: expect.stringMatching(/or add --whole to replace the order$/),
    },
  ]);
  expect(await stored()).toEqual(asBefore);
  await importedAs('whole', ...said);
  // The earliest time of placing counts, whoever tells it.
  expect(await stored()).toEqual(['1042 credit placed 2026-11-01', 'A 0/0/1 2026-11-01']);
  expect((await imported(header, '1042,2026-11-09,A,1,5.00')).faults[0]?.reason).toContain(
    'would make a sale of order 1042, which is stored as a credit: give the sale its own number',
  );
  await importedAs('whole', `${header},kind`, '1042,2026-11-09,A,1,5.00,sale');
  expect(await stored()).toEqual(['1042 sale placed 2026-11-01', 'A 1/0/0 2026-11-01']);
});

test('lines that a file leaves out go where their order goes', async () => {
  const part = [`${header},handed_over_at`, '1042,2026-11-03,B,2,6.00,2026-11-04'];
  const report = await importedAs('partial', ...part);
  expect(report.kinds[0]?.counts).toMatchObject({ added: 0, changed: 1 });
  expect(await stored()).toEqual([
    '1042 sale handed_over 2026-11-01',
    'A 1/1/0 2026-11-01',
    'B 2/2/0 2026-11-01',
  ]);
  expect((await importedAs('partial', ...part)).kinds[0]?.counts).toMatchObject({ changed: 0, unchanged: 1 });
});

test('of the times of placing the earliest counts, whatever part of the order tells it and when', async () => {
  await importedAs('partial', header, '1042,2026-10-30,B,2,6.00');
  expect(await stored()).toEqual(asBefore.map((line) => line.replace('11-01', '10-30')));
  await imported(header, '1042,2026-11-05,A,1,5.00', '1042,2026-11-05,B,2,6.00');
  expect(await stored()).toEqual(asBefore.map((line) => line.replace('11-01', '10-30')));
});

test("the source's id of a line is the same however a spreadsheet wrote it", async () => {
  const withId = async (id: string) => await imported(`${header},line_id`, `7,2026-11-01,A,1,5.00,${id}`);
  await withId('1001');
  for (const id of ['"=""1001"""', "'1001", ' 1001 ', '１００１'])
    expect((await withId(id)).kinds[0]?.counts).toEqual({ added: 0, changed: 0, unchanged: 1, skipped: 0 });
  const twice = [`${header},line_id`, '8,2026-11-01,A,1,5.00,gid-1', '8,2026-11-01,a,1,5.00,"=""GID-1"""'];
  expect((await imported(...twice)).kinds[0]?.counts).toMatchObject({ added: 1, skipped: 1 });
});

test('of two lines that were stored under two spellings of one id, a file means the plain one', async () => {
  const { prisma } = await testDatabase();
  await imported(`${header},line_id`, '7,2026-11-01,A,1,5.00,1001', '7,2026-11-01,A,1,5.00,1002');
  const where = { workspaceId: ctx.workspace.id, sourceLine: '1002' };
  await prisma.orderLine.updateMany({ where, data: { sourceLine: "'1001" } });
  await importedAs('partial', `${header},line_id`, '7,2026-11-01,A,4,5.00,1001');
  expect((await stored()).slice(-2)).toEqual(['A 4/0/0 2026-11-01', 'A 1/0/0 2026-11-01']);
});
