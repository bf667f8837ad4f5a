import { expect, test } from 'vitest';
import { randomIds } from '../../src/core/runtime/ids.ts';
import { features } from '../../src/features/index.ts';
import { dueKind, scheduleKind } from './minute.ts';
import { pairs, prepared } from './prepared.ts';
import { race } from './runner.ts';

test('two processes run 2,000 pieces of due work: each once, and both took part', async () => {
  await using db = await prepared(1, ['viewer'], async () => {});
  const { prisma } = db;
  const { id: workspaceId } = await prisma.workspace.findFirstOrThrow();
  const rows = Array.from({ length: 2_000 }, (_, i) => ({
    workspaceId,
    kind: dueKind.id,
    subject: `subject ${i}`,
    dueAt: new Date('2026-01-01T00:00:00Z'),
    attempts: 0,
    setAside: false,
    correlationId: `row ${i}`,
  }));
  await prisma.dueWork.createMany({ data: rows });
  const taken = (await race(db.url, 'due', 1)).map(({ outcomes }) => Number(outcomes[0]));
  expect(Math.min(...taken)).toBeGreaterThan(0);
  expect(await prisma.dueWork.count()).toBe(0);
  const turns = await prisma.auditEntry.groupBy({ by: ['subjectId'], _count: true });
  expect(turns.length).toBe(2_000);
  expect(turns.filter(({ _count }) => _count !== 1)).toEqual([]);
});

test('two processes catch up on a week of 50 schedules: every slot has its row and ran once, and both took part', async () => {
  await using db = await prepared(1, ['viewer'], async () => {});
  const { prisma } = db;
  const { id: workspaceId } = await prisma.workspace.findFirstOrThrow();
  const weekAgo = new Date(Math.floor(Date.now() / 86_400_000) * 86_400_000 - 7 * 86_400_000);
  const schedules = Array.from({ length: 50 }, () => ({
    workspaceId,
    id: randomIds.uuid(weekAgo),
    kind: scheduleKind,
    cron: '0 0 * * *',
    timeZone: 'UTC',
    place: '',
    catchUp: 'late',
    paused: false,
    createdAt: weekAgo,
    settledUntil: weekAgo,
  }));
  await prisma.schedule.createMany({ data: schedules });
  const taken = (await race(db.url, 'slots', 1)).map(({ outcomes }) => Number(outcomes[0]));
  expect(Math.min(...taken)).toBeGreaterThan(0);
  const slots = await prisma.slot.groupBy({ by: ['state'], _count: true });
  expect(slots).toEqual([{ state: 'done', _count: 350 }]);
  const turns = await prisma.auditEntry.groupBy({ by: ['subjectId'], _count: true });
  expect(turns.length).toBe(350);
  expect(turns.filter(({ _count }) => _count !== 1)).toEqual([]);
});

test('two processes that start first at the same time find the queues created once', async () => {
  await using db = await prepared(1, ['viewer']);
  const names = features.flatMap(({ jobs = [] }) => jobs.map(({ job }) => job.id)).toSorted();
  expect(names).toContain('jobs.tidy');
  expect(pairs(await race(db.url, 'queues', 1))).toEqual([`${names.join(', ')} / ${names.join(', ')}`]);
});
