import { expect, test } from 'vitest';
import { newContext, testDatabase } from '../../../../test/harness/database.ts';
import { importing } from '../../../../test/harness/import.ts';
import { type Cell, csvOf } from '../../../core/text/csv.ts';
import { rulesList } from '../promising/list.ts';

const { prisma } = await testDatabase();
const header = 'channel,carrier,service,country,handling_days,transit_days,valid_from,valid_to';

async function shop() {
  const ctx = await newContext({ at: '2026-03-02T09:00:00Z' });
  await importing(ctx, 'carriers FILE', 'carrier,service,name\nDHL,,\nDHL,EXPRESS,Express');
  return ctx;
}

test('rules are added, and the list as a file, imported again, changes nothing', async () => {
  const ctx = await shop();
  const file = [header, ',,,,1,2,2026-01-01,', 'Shopify,dhl,express,de,,1,2026-03-09,2026-12-23'].join('\n');
  expect((await importing(ctx, 'promises FILE', file)).kinds[0]?.counts).toMatchObject({ added: 2 });
  const all: (readonly Cell[])[] = [];
  for await (const rows of rulesList.pages(ctx, { show: 'current' }, 100)) all.push(...rows);
  expect(all).toEqual([
    [null, null, null, null, 1, 2, '2026-01-01', null],
    ['shopify', 'DHL', 'EXPRESS', 'DE', 0, 1, '2026-03-09', '2026-12-23'],
  ]);
  const again = await importing(ctx, 'promises FILE', csvOf(rulesList.columns, all));
  expect(again.faults).toEqual([]);
  expect(again.kinds[0]?.counts).toMatchObject({ unchanged: 2, added: 0, changed: 0 });
});

test('a changed one has its own audit row, and keeps what the file leaves out', async () => {
  const ctx = await shop();
  await importing(ctx, 'promises FILE', `${header}\n,,,AT,1,2,2026-03-09,`);
  const changed = await importing(ctx, 'promises FILE', 'country,transit_days,valid_from\nAT,4,2026-03-09');
  expect(changed.kinds[0]?.counts).toMatchObject({ changed: 1 });
  const where = { workspaceId: ctx.workspace.id };
  expect(await prisma.promiseRule.findMany({ where })).toMatchObject([{ handlingDays: 1, transitDays: 4 }]);
  const audit = { ...where, operation: 'import.promises', subjectKind: 'promises' };
  expect(await prisma.auditEntry.findMany({ where: audit })).toMatchObject([
    { before: { transitDays: 2, country: 'AT' }, after: { transitDays: 4 } },
  ]);
});

test('a dry run names every fault in plain words', async () => {
  const ctx = await shop();
  const rows = [
    header,
    ',,,Germany,,2,2026-01-01,',
    ',DHL,,,,2,2026-01-01,',
    ',,EXPRESS,,,2,2026-01-01,',
    ',UPS,EXPRESS,,,2,2026-01-01,',
    ',,,DE,-1,2,2026-01-01,',
    ',,,FR,,121,2026-01-01,',
    ',,,NL,,2,tomorrow,',
    ',,,BE,,2,2026-01-02,2026-01-01',
    ',,,DK,,2,2026-01-01,',
  ];
  const report = await importing(ctx, 'promises FILE --dry-run', rows.join('\n'));
  expect(report.faults.map(({ line, column, reason }) => `${line} ${column} ${reason}`)).toEqual([
    '2 country is no code of a country, such as DE',
    '3 service is missing: a rule is for one service, or for any',
    '4 carrier is missing: say whose service it is',
    '5 service is no service here: import carriers first',
    '6 handling_days is negative',
    '7 transit_days is more than 120',
    '8 valid_from is no day such as 2026-12-24',
    '9 valid_to is before valid_from',
  ]);
  expect(await prisma.promiseRule.count({ where: { workspaceId: ctx.workspace.id } })).toBe(0);
});

test('a rule that has begun keeps its days: what was promised by it stays', async () => {
  const ctx = await shop();
  await importing(ctx, 'promises FILE', `${header}\n,,,AT,1,2,2026-01-01,`);
  const report = await importing(
    ctx,
    'promises FILE',
    'country,transit_days,valid_from,valid_to\nAT,9,2026-01-01,\nAT,2,2026-01-01,2026-06-30',
  );
  expect(report.faults.map(({ line, reason }) => `${line} ${reason}`)).toEqual([
    '2 began before today, and what was promised stays: add a row from a later day instead',
    '3 differs from line 2',
  ]);
  const ended = 'country,transit_days,valid_from,valid_to\nAT,2,2026-01-01,2026-06-30';
  expect((await importing(ctx, 'promises FILE', ended)).kinds[0]?.counts).toMatchObject({ changed: 1 });
});
