import { expect, test } from 'vitest';
import { newContext, testDatabase } from '../../../../test/harness/database.ts';
import { importing } from '../../../../test/harness/import.ts';

const { prisma } = await testDatabase();
const file = ['code,name,kind,time_zone', 'HAM,Hamburg,warehouse,Europe/Berlin', 'rot,Rotterdam,3pl,'].join(
  '\n',
);

test('locations are added, and importing them again changes nothing', async () => {
  const ctx = await newContext();
  expect((await importing(ctx, 'locations FILE', file)).kinds[0]?.counts).toMatchObject({ added: 2 });
  expect((await importing(ctx, 'locations FILE', file)).kinds[0]?.counts).toMatchObject({ unchanged: 2 });
  const found = await prisma.location.findMany({
    where: { workspaceId: ctx.workspace.id },
    orderBy: { code: 'asc' },
    select: { code: true, name: true, kind: true, timeZone: true },
  });
  expect(found).toEqual([
    { code: 'HAM', name: 'Hamburg', kind: 'warehouse', timeZone: 'Europe/Berlin' },
    { code: 'rot', name: 'Rotterdam', kind: '3pl', timeZone: 'Europe/Berlin' },
  ]);
});

test('a changed location keeps its spelling and the columns the file leaves out, and has its own audit row', async () => {
  const ctx = await newContext();
  await importing(ctx, 'locations FILE', file);
  const report = await importing(ctx, 'locations FILE', 'code,name\nROT,Rotterdam South\nHAM,Hamburg');
  expect(report.kinds[0]?.counts).toEqual({ added: 0, changed: 1, unchanged: 1, skipped: 0 });
  const audit = await prisma.auditEntry.findMany({
    where: { workspaceId: ctx.workspace.id, operation: 'import.locations', subjectKind: 'locations' },
  });
  expect(audit).toMatchObject([
    {
      subjectId: 'ROT',
      before: { name: 'Rotterdam' },
      after: { code: 'rot', name: 'Rotterdam South', kind: '3pl' },
    },
  ]);
});

test('a row that contradicts an earlier one is refused; a row that repeats it is skipped', async () => {
  const ctx = await newContext();
  const report = await importing(ctx, 'locations FILE', 'code,name\nHAM,Hamburg\nham,Hamburg\nham,Hanover');
  expect(report.kinds[0]?.counts).toEqual({ added: 1, changed: 0, unchanged: 0, skipped: 1 });
  expect(report.faults).toEqual([{ line: 4, column: 'code', value: 'ham', reason: 'differs from line 2' }]);
});

test('a later row of the same code does not contradict a refused one', async () => {
  const report = await importing(
    await newContext(),
    'locations FILE',
    'code,time_zone\nHAM,Europe/Hamburg\nHAM,Europe/Berlin',
  );
  expect(report.kinds[0]?.counts.added).toBe(1);
  expect(report.faults).toMatchObject([{ line: 2, column: 'time_zone' }]);
});

test('a dry run changes nothing and names every fault', async () => {
  const ctx = await newContext();
  const wrong = 'code,time_zone,position\nHAM,Europe/Hamburg,1\nR T,,\nROT,,-1\nOK,,';
  const report = await importing(ctx, 'locations FILE --dry-run', wrong);
  expect(report.faults.map(({ line, column, reason }) => `${line} ${column} ${reason}`)).toEqual([
    '2 time_zone is not an IANA time zone',
    '3 code is not 1 to 20 letters, digits, - or _',
    '4 position is negative',
  ]);
  expect(report.kinds[0]?.counts.added).toBe(1);
  expect(await prisma.location.count({ where: { workspaceId: ctx.workspace.id } })).toBe(0);
});

test('a 3PL and a marketplace keep their own stock numbers unless a file says otherwise, and nothing turns by itself', async () => {
  const ctx = await newContext();
  const rows = [
    'code,kind,stock_record',
    'HAM,warehouse,',
    'ROT,3pl,',
    'AMZ,marketplace,ours',
    'ERP,warehouse,outside',
  ];
  await importing(ctx, 'locations FILE', rows.join('\n'));
  // Without the column, and with another kind, the numbers stay with whoever keeps them.
  await importing(ctx, 'locations FILE', 'code,kind\nERP,store\nAMZ,3pl');
  const found = await prisma.location.findMany({
    where: { workspaceId: ctx.workspace.id },
    select: { code: true, record: true },
  });
  expect(Object.fromEntries(found.map(({ code, record }) => [code, record]))).toEqual({
    HAM: 'ours',
    ROT: 'outside',
    AMZ: 'ours',
    ERP: 'outside',
  });
  const report = await importing(ctx, 'locations FILE', 'code,record\nHAM,theirs');
  expect(report.faults).toMatchObject([{ column: 'record', reason: 'is not ours or outside' }]);
});

test('a file does not change who keeps the numbers of a location that is there: the row is refused and says where', async () => {
  const ctx = await newContext();
  await importing(ctx, 'locations FILE', 'code,kind\nHAM,warehouse\n');
  const again = await importing(ctx, 'locations FILE', 'code,kind,record\nHAM,warehouse,ours\n');
  expect(again.faults).toEqual([]);
  const other = await importing(ctx, 'locations FILE', 'code,kind,record\nHAM,warehouse,outside\n');
  expect(other.faults).toMatchObject([
    {
      line: 2,
      column: 'record',
      reason: 'is not who keeps its numbers (ours): `/ops location HAM` changes that',
    },
  ]);
});
