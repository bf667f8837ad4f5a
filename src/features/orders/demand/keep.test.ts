import { beforeEach, expect, test } from 'vitest';
import { builders } from '../../../../test/harness/builders.ts';
import { newContext, testDatabase } from '../../../../test/harness/database.ts';
import { foldedDemand, keptDemand } from '../../../../test/harness/demand.ts';
import { importing } from '../../../../test/harness/import.ts';
import { line, moment, sale } from '../../../../test/harness/statements.ts';
import type { Context } from '../../../core/runtime/context.ts';
import { asSystem } from '../../../core/runtime/system.ts';
import { type OrderStatement, tellOrders } from '../index.ts';
import { linesOf, writeLines } from '../keeping/line-store.ts';
import { proveDemand } from './prove.ts';

const { prisma, database } = await testDatabase();
const header = 'number,placed_at,code,quantity';
let ctx: Context;

beforeEach(async () => {
  ctx = await newContext();
  const given = builders(prisma, ctx.workspace, ctx.now);
  await given.sku('MUG-01');
  await given.sku('LAMP-03');
});

async function imported(options: string, ...lines: readonly string[]) {
  const report = await importing(ctx, `orders FILE${options}`, `${lines.join('\n')}\n`);
  expect(report.faults).toEqual([]);
  return report;
}
const orders = async (...lines: readonly string[]) => await imported('', header, ...lines);
const kept = async () => await keptDemand(prisma, ctx.workspace.id);

test('an order counts on the day on which it was placed, by the clocks of the shop', async () => {
  await orders(
    '1,2026-03-01T22:30:00Z,MUG-01,2',
    '2,2026-03-01T22:59:59.999Z,MUG-01,3',
    '3,2026-03-01T23:00:00Z,MUG-01,10',
    '4,2026-03-01T23:30:00Z,LAMP-03,1',
  );
  expect(await kept()).toEqual([
    'LAMP-03 2026-03-02 1/0/0',
    'MUG-01 2026-03-01 5/0/0',
    'MUG-01 2026-03-02 10/0/0',
  ]);
});

test('the database knows every time zone that a shop can be set to', async () => {
  const known = await prisma.$queryRaw<{ name: string }[]>`SELECT lower(name) AS name FROM pg_timezone_names`;
  const names = new Set(known.map(({ name }) => name));
  expect(Intl.supportedValuesOf('timeZone').filter((zone) => !names.has(zone.toLowerCase()))).toEqual([]);
});

test('a day on which clocks change is a day from midnight to midnight', async () => {
  await orders(
    // 28 March 23:30, 29 March 00:30, 23:30 in summer time, 30 March 00:30: the 29th has 23 hours.
    '1,2026-03-28T22:30:00Z,MUG-01,1',
    '2,2026-03-28T23:30:00Z,MUG-01,2',
    '3,2026-03-29T21:30:00Z,MUG-01,4',
    '4,2026-03-29T22:30:00Z,MUG-01,8',
    // 26 October 00:30 in summer time, both times that the clocks show 02:30, 23:30 in winter time: it has 25 hours.
    '5,2025-10-25T22:30:00Z,LAMP-03,1',
    '6,2025-10-26T00:30:00Z,LAMP-03,2',
    '7,2025-10-26T01:30:00Z,LAMP-03,4',
    '8,2025-10-26T22:30:00Z,LAMP-03,8',
    '9,2025-10-26T23:00:00Z,LAMP-03,16',
  );
  expect(await kept()).toEqual([
    'LAMP-03 2025-10-26 15/0/0',
    'LAMP-03 2025-10-27 16/0/0',
    'MUG-01 2026-03-28 1/0/0',
    'MUG-01 2026-03-29 6/0/0',
    'MUG-01 2026-03-30 8/0/0',
  ]);
});

test('what is shipped and what is cancelled counts on the day of the order, not on its own', async () => {
  await orders('1,2026-03-01T10:00:00Z,MUG-01,2', '2,2026-03-01T11:00:00Z,MUG-01,3');
  await imported(
    '',
    `${header},handed_over_at,cancelled_at`,
    '1,2026-03-01T10:00:00Z,MUG-01,2,2026-03-03T10:00:00Z,',
    '2,2026-03-01T11:00:00Z,MUG-01,3,,2026-03-04T10:00:00Z',
  );
  expect(await kept()).toEqual(['MUG-01 2026-03-01 5/3/2']);
});

test('a line that is cancelled in part leaves the rest', async () => {
  await orders('1,2026-03-01T10:00:00Z,MUG-01,5', '1,2026-03-01T10:00:00Z,LAMP-03,2');
  const { id } = await prisma.order.findFirstOrThrow({ where: { workspaceId: ctx.workspace.id } });
  await database.transaction(ctx.workspace.id, async (tx) => {
    const stored = (await linesOf(tx, [id])).get(id) ?? [];
    const lines = stored.slice(0, 1).map((line) => ({ ...line, cancelled: 2, shipped: 1 }));
    await writeLines(tx, ctx.workspace.timeZone, { stored, taken: [], lines });
  });
  expect(await kept()).toEqual(['LAMP-03 2026-03-01 2/0/0', 'MUG-01 2026-03-01 5/2/1']);
});

test('a line whose code turns out to mean another SKU counts for that one alone', async () => {
  const withId = `${header},line_id`;
  await imported('', withId, '1,2026-03-01T10:00:00Z,MUG-01,5,a', '2,2026-03-01T10:00:00Z,MUG-01,1,b');
  await imported('', withId, '1,2026-03-01T10:00:00Z,LAMP-03,5,a');
  expect(await kept()).toEqual(['LAMP-03 2026-03-01 5/0/0', 'MUG-01 2026-03-01 1/0/0']);
  await imported('', withId, '2,2026-03-01T10:00:00Z,LAMP-03,1,b');
  expect(await kept(), 'nothing is kept of a day without anything').toEqual(['LAMP-03 2026-03-01 6/0/0']);
});

test('an order that was placed on another day moves there with all its lines, also those that a file leaves out', async () => {
  await orders('1,2026-03-02T10:00:00Z,MUG-01,5', '1,2026-03-02T10:00:00Z,LAMP-03,2');
  await imported(' --partial', header, '1,2026-02-27T23:30:00Z,MUG-01,5');
  expect(await kept()).toEqual(['LAMP-03 2026-02-28 2/0/0', 'MUG-01 2026-02-28 5/0/0']);
});

test('credits count for nothing, and a sale that turns out to be one counts no more', async () => {
  await orders(
    '1,2026-03-01T10:00:00Z,MUG-01,5',
    '2,2026-03-01T10:00:00Z,MUG-01,-3',
    '3,2026-03-01T10:00:00Z,MUG-01,1',
  );
  expect(await kept()).toEqual(['MUG-01 2026-03-01 6/0/0']);
  await imported(' --whole', `${header},kind`, '1,2026-03-01T10:00:00Z,MUG-01,5,credit');
  expect(await kept()).toEqual(['MUG-01 2026-03-01 1/0/0']);
});

test('tests, drafts and replacements are no demand; a draft is from its confirmation on, for the day on which it was placed', async () => {
  const tells = async (at: string, header: OrderStatement['header'], number = '#1042') =>
    await tellOrders.call(asSystem(ctx, 'test'), {
      statements: [
        {
          ...sale(at, [line('1', 4, { code: 'MUG-01' })]),
          order: { channel: 'shop', number, external: null },
          header: { kind: 'sale', currency: 'EUR', placedAt: moment('2026-03-01 10:00'), ...header },
        },
      ],
    });
  const proves = async () => await proveDemand(asSystem(ctx, 'test'), 2);
  await tells('2026-03-01 10:00', { draft: true });
  expect([await kept(), await proves()]).toEqual([[], { days: 0, found: 0 }]);
  await tells('2026-03-02 10:00', { draft: false });
  expect([await kept(), await proves()]).toEqual([['MUG-01 2026-03-01 4/0/0'], { days: 1, found: 0 }]);
  const { id } = await prisma.order.findFirstOrThrow({ where: { workspaceId: ctx.workspace.id } });
  await tells('2026-03-01 10:00', { replaces: { source: 'ours', kind: 'order', externalId: id } }, '#1043');
  expect(await kept()).toEqual(['MUG-01 2026-03-01 4/0/0']);
  await tells('2026-03-03 10:00', { test: true });
  expect([await kept(), await proves()]).toEqual([[], { days: 0, found: 0 }]);
});

test('codes that nobody knows count once they are known and the file is loaded again', async () => {
  const file = [header, '1,2026-03-01T10:00:00Z,CUP-09,5', '1,2026-03-01T10:00:00Z,MUG-01,1'];
  await imported('', ...file);
  expect(await kept()).toEqual(['MUG-01 2026-03-01 1/0/0']);
  await importing(ctx, 'products FILE', 'code,title\nCUP-09,A cup\n');
  await imported('', ...file);
  expect(await kept()).toEqual(['CUP-09 2026-03-01 5/0/0', 'MUG-01 2026-03-01 1/0/0']);
});

test('lines that are taken away count no more', async () => {
  await orders('1,2026-03-01T10:00:00Z,MUG-01,5', '1,2026-03-01T10:00:00Z,LAMP-03,2');
  await imported(' --whole', header, '1,2026-03-01T10:00:00Z,LAMP-03,2', '1,2026-03-01T10:00:00Z,LAMP-03,4');
  expect(await kept()).toEqual(['LAMP-03 2026-03-01 6/0/0']);
});

test('the same file again writes no day anew', async () => {
  const file = ['1,2026-03-01T10:00:00Z,MUG-01,5', '2,2026-03-01T10:00:00Z,LAMP-03,2'];
  const versions = async () =>
    await prisma.$queryRaw`
      SELECT day::text, xmin::text FROM sku_day WHERE workspace_id = ${ctx.workspace.id}::uuid ORDER BY sku_id`;
  await orders(...file);
  const before = await versions();
  await orders(...file);
  expect(await versions()).toEqual(before);
});

test('more pieces on a day than one line can hold are counted', async () => {
  const numbers = Array.from({ length: 30 }, (_, n) => n);
  await orders(...numbers.map((n) => `${n},2026-03-01T10:00:00Z,MUG-01,100000000`));
  const [day] = await prisma.skuDay.findMany({ where: { workspaceId: ctx.workspace.id } });
  expect(day?.ordered).toBe(3_000_000_000n);
});

test('what one shop orders counts for no other', async () => {
  const other = await newContext();
  await importing(other, 'products FILE', 'code,title\nMUG-01,A mug\n');
  await orders('1,2026-03-01T10:00:00Z,MUG-01,5');
  await importing(other, 'orders FILE', `${header}\n1,2026-03-01T10:00:00Z,MUG-01,7\n`);
  expect(await kept()).toEqual(['MUG-01 2026-03-01 5/0/0']);
  expect(await keptDemand(prisma, other.workspace.id)).toEqual(['MUG-01 2026-03-01 7/0/0']);
  expect(await foldedDemand(prisma, other.workspace.id)).toEqual(['MUG-01 2026-03-01 7/0/0']);
});
