import { expect, test } from 'vitest';
import { newContext, testDatabase } from '../../../../test/harness/database.ts';
import type { Context } from '../../../core/runtime/context.ts';
import { asSystem } from '../../../core/runtime/system.ts';
import { tellPurchaseLines } from '../index.ts';
import type { LineSaid } from '../line/model.ts';

const { prisma } = await testDatabase();

const on = (text: string) => new Date(`${text}T08:00:00Z`);
const says = (saidAt: string, more: Partial<LineSaid> = {}): LineSaid => ({
  source: 'erp',
  po: 'PO-4711',
  line: '1',
  saidAt: on(saidAt),
  supplier: 'Acme',
  ordered: 40,
  promisedOn: '2026-12-03',
  ...more,
});

async function tells(ctx: Context, ...statements: readonly LineSaid[]) {
  const told = await tellPurchaseLines.call(asSystem(ctx, 'test'), { statements: [...statements] });
  return told.map(({ outcome }) => outcome);
}
const linesOf = async ({ workspace }: Context) =>
  await prisma.purchaseLine.findMany({ where: { workspaceId: workspace.id }, orderBy: { lineKey: 'asc' } });
const historyOf = async ({ workspace }: Context) =>
  await prisma.purchasePromise.findMany({
    where: { workspaceId: workspace.id },
    orderBy: { ordinal: 'asc' },
  });
const day = (text: string) => new Date(`${text}T00:00:00Z`);

test('a line told twice is one line, and the second time nothing happened', async () => {
  const ctx = await newContext();
  expect(await tells(ctx, says('2026-11-20'))).toEqual(['added']);
  expect(await tells(ctx, says('2026-11-20'))).toEqual(['unchanged']);
  expect(await tells(ctx, says('2026-11-20', { po: 'po 4711' }))).toEqual(['changed']);
  expect(await linesOf(ctx)).toMatchObject([
    { poKey: '4711', po: 'po 4711', lineKey: '4711\n1', open: true },
  ]);
  const audit = { workspaceId: ctx.workspace.id, operation: 'purchases.tell' };
  expect(await prisma.auditEntry.count({ where: audit })).toBe(2);
});

test('what is older than what is known changes nothing, in any order of arrival', async () => {
  const ctx = await newContext();
  await tells(ctx, says('2026-11-22', { supplier: 'Acme Ltd' }));
  expect(await tells(ctx, says('2026-11-21', { supplier: 'Acme', ordered: 50 }))).toEqual(['older']);
  // Said again later, the same outdates what was said in between.
  expect(await tells(ctx, says('2026-11-25', { supplier: 'Acme Ltd' }))).toEqual(['unchanged']);
  expect(await tells(ctx, says('2026-11-24', { ordered: 60 }))).toEqual(['older']);
  expect(await linesOf(ctx)).toMatchObject([{ supplier: 'Acme Ltd', ordered: 40, saidAt: on('2026-11-25') }]);
});

test('two sources may call their lines the same, and neither touches those of the other', async () => {
  const ctx = await newContext();
  await tells(ctx, says('2026-11-20'), says('2026-11-20', { source: 'scms', ordered: 7 }));
  expect((await linesOf(ctx)).map(({ source, ordered }) => [source, ordered]).toSorted()).toEqual([
    ['erp', 40],
    ['scms', 7],
  ]);
});

test('the first promise stays, the day that was said last counts, and each change has its author', async () => {
  const ctx = await newContext();
  await tells(ctx, says('2026-11-20'));
  expect(await tells(ctx, says('2026-11-22', { promisedOn: '2026-12-10' }))).toEqual(['changed']);
  expect(await tells(ctx, says('2026-11-23', { promisedOn: '2026-12-10' }))).toEqual(['unchanged']);
  expect(await tells(ctx, says('2026-11-24', { promisedOn: null }))).toEqual(['changed']);
  expect(await linesOf(ctx)).toMatchObject([
    { promisedOn: day('2026-12-03'), toldOn: null, expectedOn: null },
  ]);
  expect(await historyOf(ctx)).toMatchObject([
    { ordinal: 1, on: day('2026-12-10'), by: 'source', source: 'erp', saidAt: on('2026-11-22') },
    { ordinal: 2, on: null, by: 'source', source: 'erp' },
  ]);
});

test('what a source does not say stays, and what it says is empty is gone', async () => {
  const ctx = await newContext();
  await tells(ctx, says('2026-11-20', { mode: 'N/A', value: { minor: 58_000n, currency: 'EUR' } }));
  const bare = { source: 'erp', po: '4711', line: '1', saidAt: on('2026-11-21'), ordered: 40 };
  expect(await tells(ctx, { ...bare, supplier: null })).toEqual(['changed']);
  expect(await linesOf(ctx)).toMatchObject([
    { supplier: null, supplierKey: null, mode: 'N/A', valueMinor: 58_000n, promisedOn: day('2026-12-03') },
  ]);
});

test('of several words about one line in one telling the last counts', async () => {
  const ctx = await newContext();
  expect(await tells(ctx, says('2026-11-20'), says('2026-11-20', { ordered: 12 }))).toEqual(['added']);
  expect(await linesOf(ctx)).toMatchObject([{ ordered: 12 }]);
});

test.each([
  ['delivered', { deliveredOn: '2026-12-01' }],
  ['cancelled', { cancelled: true }],
  ['received in full', { received: 40 }],
] as const)('a line that is %s is no longer open', async (_, more) => {
  const ctx = await newContext();
  await tells(ctx, says('2026-11-20'));
  expect(await linesOf(ctx)).toMatchObject([{ open: true }]);
  await tells(ctx, says('2026-11-21', more));
  expect(await linesOf(ctx)).toMatchObject([{ open: false }]);
});

test.each([
  [
    'it was sent after it was delivered',
    { sentOn: '2026-12-02', deliveredOn: '2026-12-01' },
    ['delivered before sent'],
  ],
  ['it was sent on the day it was delivered', { sentOn: '2026-12-01', deliveredOn: '2026-12-01' }, []],
  [
    'it was recorded before it was delivered',
    { deliveredOn: '2026-12-02', recordedOn: '2026-12-01' },
    ['recorded before delivered'],
  ],
  ['words stand in place of the day it was sent', { sentSaid: 'Date Not Captured' }, ['sent unknown']],
  ['nobody says when it was sent', {}, []],
] as const)('when %s, its faults are listed and it is kept', async (_, more, faults) => {
  const ctx = await newContext();
  await tells(ctx, says('2026-11-20', more));
  expect(await linesOf(ctx)).toMatchObject([{ faults: [...faults] }]);
});

test('two transactions that add one line end as one line', async () => {
  const ctx = await newContext();
  const both = await Promise.all([tells(ctx, says('2026-11-20')), tells(ctx, says('2026-11-20'))]);
  expect(both.flat().toSorted()).toEqual(['added', 'unchanged']);
  expect(await linesOf(ctx)).toHaveLength(1);
});
