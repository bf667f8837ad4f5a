import { expect, test } from 'vitest';
import { newContext, testDatabase } from '../../../../test/harness/database.ts';
import { beginMissingFacts, foldAll } from '../../../../test/harness/facts.ts';
import { randomIds } from '../../../core/runtime/ids.ts';

const { prisma } = await testDatabase();
const at = (time: string) => new Date(`2026-03-02T${time}:00Z`);

type Told = readonly [what: string, time: string, promised?: string];

async function withIssues(stories: Readonly<Record<string, readonly Told[]>>) {
  const ctx = await newContext({ at: '2026-03-05T08:00:00Z' });
  const workspaceId = ctx.workspace.id;
  for (const [number, [title, told]] of Object.entries(stories).entries()) {
    const id = randomIds.uuid(ctx.now);
    await prisma.issue.create({
      data: {
        workspaceId,
        id,
        number,
        title,
        kind: 'other',
        severity: 'normal',
        department: 'warehouse',
        state: 'new',
        source: 'command',
        place: 'C1',
        copies: [],
        createdAt: at('08:00'),
      },
    });
    for (const [what, time, promised] of told)
      await prisma.issueEvent.create({
        data: {
          workspaceId,
          id: randomIds.uuid(ctx.now),
          issueId: id,
          what,
          at: at(time),
          actorKind: 'person',
          before: {},
          after: promised ? { promiseAt: at(promised).toISOString() } : {},
        },
      });
  }
  await beginMissingFacts(ctx);
  await foldAll(ctx);
  const rows = await prisma.kpiDay.findMany({
    where: { workspaceId, kpi: 'promises_kept', dimension: '' },
    orderBy: { excluded: 'asc' },
  });
  return Object.fromEntries(
    rows.map(({ excluded, n, d }) => [excluded, excluded === '' ? `${n} of ${d}` : `${n}`]),
  );
}

test('a promise is kept by who was done, or set aside with a note, until its moment', async () => {
  expect(
    await withIssues({
      done: [
        ['taken', '09:00', '10:00'],
        ['done', '10:00'],
      ],
      'done late': [
        ['taken', '09:00', '10:00'],
        ['done', '10:01'],
      ],
      'set aside with a note': [
        ['taken', '09:00', '10:00'],
        ['note', '09:30'],
        ['snoozed', '09:31'],
      ],
      'set aside without a word': [
        ['taken', '09:00', '10:00'],
        ['snoozed', '09:31'],
      ],
      'passed, and still open': [
        ['taken', '09:00', '10:00'],
        ['promise passed', '10:00', '10:00'],
      ],
      running: [['taken', '09:00', '10:00']],
    }),
  ).toEqual({
    '': '2 of 4',
    'handed on or set aside without a word': '1',
    'still running': '1',
  });
});

test('a promise that was put off beforehand is neither kept nor broken, one put off afterwards is broken', async () => {
  expect(
    await withIssues({
      beforehand: [
        ['taken', '09:00', '10:00'],
        ['promised', '09:50', '12:00'],
        ['done', '11:00'],
      ],
      afterwards: [
        ['taken', '09:00', '10:00'],
        ['promised', '10:10', '12:00'],
        ['done', '11:00'],
      ],
      'taken over by another': [
        ['taken', '09:00', '10:00'],
        ['taken', '09:30', '11:00'],
        ['done', '10:30'],
      ],
      'set aside and back': [
        ['taken', '09:00', '10:00'],
        ['note', '09:10'],
        ['snoozed', '09:20'],
        ['woken', '11:00', '12:00'],
        ['done', '12:30'],
      ],
    }),
  ).toEqual({
    '': '4 of 6',
    'handed on or set aside without a word': '1',
    'put off beforehand': '1',
  });
});
