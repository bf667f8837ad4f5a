import { expect, test } from 'vitest';
import { builders } from '../../../../test/harness/builders.ts';
import { newContext, testDatabase } from '../../../../test/harness/database.ts';
import { importing } from '../../../../test/harness/import.ts';
import type { Context } from '../../../core/runtime/context.ts';
import { type Cell, csvOf } from '../../../core/text/csv.ts';
import { wholeList } from '../card/list.ts';

const { prisma } = await testDatabase();
const carriers =
  'carrier,service,name\ndhl,,DHL Paket\ndhl,express,DHL Express\nUPS,,\nPostNL,EXPRESS,Next day';
const collections = [
  'location,carrier,service,weekdays,cut_off,pick_up,late_margin,valid_from,valid_to',
  'ham,DHL,,Mon-Fri,16:00,16:30,15,,',
  'HAM,dhl,Express,"Mon, Wed",17:30,,,2026-12-01,2026-12-23',
].join('\n');

async function shop() {
  const ctx = await newContext();
  await builders(prisma, ctx.workspace, ctx.now).location({ code: 'HAM', name: 'Hamburg' });
  await importing(ctx, 'carriers FILE', carriers);
  return ctx;
}

async function stored(ctx: Context) {
  return await prisma.collection.findMany({
    where: { workspaceId: ctx.workspace.id },
    orderBy: { cutOff: 'asc' },
    select: {
      carrier: { select: { code: true } },
      service: { select: { code: true } },
      weekdays: true,
      cutOff: true,
      pickUp: true,
      lateMarginMin: true,
      validTo: true,
    },
  });
}

test('carriers and their services are added, renamed by their code, and unchanged the second time', async () => {
  const ctx = await newContext();
  expect((await importing(ctx, 'carriers FILE', carriers)).kinds[0]?.counts).toMatchObject({ added: 4 });
  expect((await importing(ctx, 'carriers FILE', carriers)).kinds[0]?.counts).toMatchObject({ unchanged: 4 });
  const again = await importing(ctx, 'carriers FILE', 'carrier,service,name\nDHL,Express,Over night');
  expect(again.kinds[0]?.counts).toMatchObject({ changed: 1 });
  const found = await prisma.carrier.findMany({
    where: { workspaceId: ctx.workspace.id },
    orderBy: { code: 'asc' },
    select: { code: true, name: true, services: { select: { code: true, name: true } } },
  });
  expect(found).toEqual([
    { code: 'DHL', name: 'DHL Paket', services: [{ code: 'EXPRESS', name: 'Over night' }] },
    { code: 'POSTNL', name: 'POSTNL', services: [{ code: 'EXPRESS', name: 'Next day' }] },
    { code: 'UPS', name: 'UPS', services: [] },
  ]);
});

test('collections are added, and importing them again changes nothing', async () => {
  const ctx = await shop();
  expect((await importing(ctx, 'collections FILE', collections)).kinds[0]?.counts).toMatchObject({
    added: 2,
  });
  const again = await importing(ctx, 'collections FILE', collections);
  expect(again.kinds[0]?.counts).toMatchObject({ unchanged: 2, changed: 0 });
  expect(await stored(ctx)).toEqual([
    {
      carrier: { code: 'DHL' },
      service: null,
      weekdays: [1, 2, 3, 4, 5],
      cutOff: '16:00',
      pickUp: '16:30',
      lateMarginMin: 15,
      validTo: null,
    },
    {
      carrier: { code: 'DHL' },
      service: { code: 'EXPRESS' },
      weekdays: [1, 3],
      cutOff: '17:30',
      pickUp: null,
      lateMarginMin: 0,
      validTo: new Date('2026-12-23'),
    },
  ]);
});

test('a changed one keeps the columns that the file leaves out, and has its own audit row', async () => {
  const ctx = await shop();
  await importing(ctx, 'collections FILE', collections);
  const file = 'location,carrier,weekdays,cut_off,valid_to\nHAM,DHL,Mon–Sat,16:00,2026-12-31';
  const report = await importing(ctx, 'collections FILE', file);
  expect(report.kinds[0]?.counts).toMatchObject({ changed: 1 });
  expect((await stored(ctx))[0]).toMatchObject({
    weekdays: [1, 2, 3, 4, 5, 6],
    pickUp: '16:30',
    lateMarginMin: 15,
  });
  const audit = await prisma.auditEntry.findMany({
    where: { workspaceId: ctx.workspace.id, operation: 'import.collections', subjectKind: 'collections' },
  });
  expect(audit).toMatchObject([
    { subjectId: 'HAM\nDHL\n\n16:00', before: { weekdays: 'Mon–Fri' }, after: { validTo: '2026-12-31' } },
  ]);
});

test('a dry run changes nothing and names every fault in plain words', async () => {
  const ctx = await shop();
  const rows = [
    'location,carrier,service,weekdays,cut_off,pick_up,late_margin,valid_from,valid_to',
    'XYZ,DHL,,Mon,16:00,,,,',
    'HAM,GLS,,Mon,16:00,,,,',
    'HAM,UPS,EXPRESS,Mon,16:00,,,,',
    'HAM,UPS,,Funday,16:00,,,,',
    'HAM,UPS,,Mon,4pm,,,,',
    'HAM,UPS,,Mon,15:00,14:00,,,',
    'HAM,UPS,,Mon,14:00,,-5,,',
    'HAM,UPS,,Mon,13:00,,,2026-12-02,2026-12-01',
    'HAM,UPS,,Mon,12:00,,,,',
  ];
  const report = await importing(ctx, 'collections FILE --dry-run', rows.join('\n'));
  expect(report.faults.map(({ line, column, reason }) => `${line} ${column} ${reason}`)).toEqual([
    '2 location is no location here',
    '3 carrier is no carrier here: import carriers first',
    '4 service is no service of UPS: import carriers first',
    '5 weekdays is not days such as Mon–Fri',
    '6 cut_off is not a time such as 16:00',
    '7 pick_up is before the cut-off, 15:00',
    '8 late_margin is negative',
    '9 valid_to is before valid_from',
  ]);
  expect(report.kinds[0]?.counts).toMatchObject({ added: 1 });
  expect(await stored(ctx)).toEqual([]);
});

test('a second row of the same collection is refused where it differs', async () => {
  const ctx = await shop();
  const rows = 'location,carrier,weekdays,cut_off\nHAM,UPS,Mon,16:00\nham,ups,Tue,16:00\nHAM,UPS,Mon,16:00';
  const report = await importing(ctx, 'collections FILE', rows);
  expect(report.kinds[0]?.counts).toMatchObject({ added: 1, skipped: 1 });
  expect(report.faults).toMatchObject([{ line: 3, reason: 'differs from line 2' }]);
});

test('the list as a file can be imported again, and changes nothing', async () => {
  const ctx = await shop();
  await importing(ctx, 'collections FILE', collections);
  const all: (readonly Cell[])[] = [];
  for await (const rows of wholeList.pages(ctx, { at: null, of: null }, 100)) all.push(...rows);
  const file = csvOf(wholeList.columns, all);
  const again = await importing(ctx, 'collections FILE', file);
  expect(again.faults).toEqual([]);
  expect(again.kinds[0]?.counts).toMatchObject({ unchanged: 2, changed: 0, added: 0 });
});
