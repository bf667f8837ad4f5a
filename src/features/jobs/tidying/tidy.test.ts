import { expect, test } from 'vitest';
import { newContext, testDatabase } from '../../../../test/harness/database.ts';
import { asSystem } from '../../../core/runtime/system.ts';
import { lookAtTables, tidy } from './tidy.ts';

const old = new Date('2026-01-30T07:59:00Z');
const recent = new Date('2026-02-01T08:00:00Z');

test('sent messages are deleted after 30 days and slots after 400; waiting and living messages stay', async () => {
  const ctx = asSystem(await newContext({ at: '2026-03-02T08:00:00Z' }), 'the test');
  const { prisma } = await testDatabase();
  const workspaceId = ctx.workspace.id;
  const message = (subject: string, state: string, sentAt: Date, kind = 'jobs.trouble', more = {}) => ({
    workspaceId,
    id: ctx.ids.uuid(ctx.now),
    kind,
    subject,
    place: 'C0OPSDAILY',
    wantedVersion: 1,
    sentVersion: 1,
    state,
    priority: 3,
    dueAt: sentAt,
    waitingSince: sentAt,
    sentAt,
    broadcast: false,
    attempts: 0,
    correlationId: 'test',
    ...more,
  });
  const opened = message('opened a thread', 'said', old);
  await prisma.message.createMany({
    data: [
      message('old', 'said', old),
      message('recent', 'said', recent),
      message('not said', 'blocked', old),
      message('living', 'said', old, 'messages.unsaid'),
      opened,
      message('reply', 'said', recent, 'jobs.trouble', { threadOf: opened.id }),
    ],
  });
  const slot = { workspaceId, scheduleId: ctx.ids.uuid(ctx.now), attempts: 1, correlationId: 'test' };
  const longAgo = new Date('2025-01-20T08:00:00Z');
  await prisma.slot.createMany({
    data: [
      { ...slot, slotAt: longAgo, startedAt: longAgo, settledAt: longAgo, state: 'done' },
      { ...slot, slotAt: old, startedAt: old, settledAt: old, state: 'done' },
    ],
  });
  await prisma.silence.createMany({
    data: [
      { workspaceId, place: 'C0OPS', from: longAgo, until: longAgo },
      { workspaceId, place: 'C0OPS', from: ctx.now, until: ctx.now },
    ],
  });

  expect(await tidy.call(ctx, {})).toBe(false);

  const left = await prisma.message.findMany({ where: { workspaceId }, orderBy: { subject: 'asc' } });
  expect(left.map(({ subject }) => subject)).toEqual([
    'living',
    'not said',
    'opened a thread',
    'recent',
    'reply',
  ]);
  expect(await prisma.slot.findMany({ where: { workspaceId } })).toMatchObject([{ slotAt: old }]);
  expect(await prisma.silence.findMany({ where: { workspaceId } })).toMatchObject([{ from: ctx.now }]);
  const audit = await prisma.auditEntry.findMany({ where: { workspaceId } });
  expect(audit).toMatchObject([{ operation: 'jobs.tidy', before: { messages: 1, slots: 1, silences: 1 } }]);
});

test('a run with nothing to delete writes no audit row', async () => {
  const ctx = asSystem(await newContext(), 'the test');
  expect(await tidy.call(ctx, {})).toBe(false);
  const { prisma } = await testDatabase();
  expect(await prisma.auditEntry.count({ where: { workspaceId: ctx.workspace.id } })).toBe(0);
});

test('the database is told how large its tables are, which the embedded one never finds out by itself', async () => {
  const ctx = asSystem(await newContext(), 'the test');
  const { prisma } = await testDatabase();
  const rows = async () => {
    const [one] = await prisma.$queryRaw<{ rows: number }[]>`
      SELECT reltuples::int AS rows FROM pg_class WHERE oid = 'workspace'::regclass`;
    return one?.rows ?? 0;
  };
  await prisma.$executeRaw`ANALYZE workspace`;
  const before = await rows();
  await newContext();
  await lookAtTables.call(ctx, {});
  expect(await rows()).toBeGreaterThan(before);
});
