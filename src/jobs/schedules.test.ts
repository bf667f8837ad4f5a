import { expect, test } from 'vitest';
import { builders } from '../../test/harness/builders.ts';
import { testDatabase } from '../../test/harness/database.ts';
import { jobGround } from '../../test/harness/jobs.ts';
import { loggedErrors } from '../../test/harness/log.ts';
import type { ScheduleKind } from '../core/declare/schedule.ts';
import type { Schedule, SlotRun } from '../core/tokens/schedule.ts';
import { endSchedule, insertSchedule, pauseSchedule } from '../db/schedules.ts';
import { settleSlot } from '../db/slots.ts';
import type { JobGround } from './ground.ts';
import { runSchedules } from './schedules.ts';

const monday = '2026-03-02T07:00:00Z';

/** A daily schedule at 08:30 in Berlin that records its runs, and the ground it runs on. */
async function given(overrides: Partial<Schedule> = {}, run?: ScheduleKind['run']) {
  const runs: SlotRun[] = [];
  const kind: ScheduleKind = {
    id: 'test.daily',
    title: 'Daily',
    async run(ctx, slot) {
      runs.push(slot);
      return (await run?.(ctx, slot)) ?? { state: 'done', changes: [] };
    },
  };
  const jobs = await jobGround({ schedules: [kind] }, monday);
  const schedule = await add(jobs, overrides);
  return { jobs, schedule, runs, clock: jobs.clock };
}

async function add({ ground, workspace }: JobGround, overrides: Partial<Schedule> = {}): Promise<Schedule> {
  const now = ground.clock.now();
  const schedule: Schedule = {
    id: ground.ids.uuid(now),
    kind: 'test.daily',
    cron: '30 8 * * *',
    timeZone: 'Europe/Berlin',
    place: 'C0OPSDAILY',
    owner: null,
    catchUp: 'late',
    skipAfterMin: null,
    paused: false,
    pausedUntil: null,
    ...overrides,
  };
  await ground.engine.database.transaction(
    workspace.id,
    async (tx) => await insertSchedule(tx, schedule, now),
  );
  return schedule;
}

/** Each slot as "02T07:30 done", oldest first. */
async function slotsOf({ workspace }: JobGround, { id }: Schedule): Promise<readonly string[]> {
  const { prisma } = await testDatabase();
  const rows = await prisma.slot.findMany({
    where: { workspaceId: workspace.id, scheduleId: id },
    orderBy: { slotAt: 'asc' },
  });
  return rows.map(({ slotAt, state }) => `${slotAt.toISOString().slice(8, 16)} ${state}`);
}

test('a slot runs once, at its minute, however often the schedules are checked', async () => {
  const { jobs, schedule, runs, clock } = await given();
  await runSchedules(jobs);
  expect(runs).toEqual([]);
  clock.set('2026-03-02T07:30:00Z');
  await Promise.all([runSchedules(jobs), runSchedules(jobs), runSchedules(jobs)]);
  await runSchedules(jobs);
  expect(runs.map(({ slotAt, lateMin }) => [slotAt.toISOString(), lateMin])).toEqual([
    ['2026-03-02T07:30:00.000Z', 0],
  ]);
  expect(await slotsOf(jobs, schedule)).toEqual(['02T07:30 done']);
});

test('a clock that steps back does not repeat a slot', async () => {
  const { jobs, schedule, runs, clock } = await given();
  clock.set('2026-03-02T07:31:00Z');
  await runSchedules(jobs);
  clock.set('2026-03-02T07:29:00Z');
  await runSchedules(jobs);
  clock.set('2026-03-02T07:30:00Z');
  await runSchedules(jobs);
  expect(runs.length).toBe(1);
  expect(await slotsOf(jobs, schedule)).toEqual(['02T07:30 done']);
});

test('catch-up "late": every missed slot runs, each with its delay', async () => {
  const { jobs, schedule, runs, clock } = await given({ catchUp: 'late' });
  clock.set('2026-03-04T09:00:00Z');
  await runSchedules(jobs);
  expect(runs.map(({ lateMin }) => lateMin)).toEqual([48 * 60 + 90, 24 * 60 + 90, 90]);
  expect(await slotsOf(jobs, schedule)).toEqual(['02T07:30 done', '03T07:30 done', '04T07:30 done']);
});

test('catch-up "newest": only the newest missed slot runs', async () => {
  const { jobs, schedule, runs, clock } = await given({ catchUp: 'newest' });
  clock.set('2026-03-04T09:00:00Z');
  await runSchedules(jobs);
  expect(runs.length).toBe(1);
  expect(await slotsOf(jobs, schedule)).toEqual([
    '02T07:30 superseded',
    '03T07:30 superseded',
    '04T07:30 done',
  ]);
});

test('of a thousand missed slots only the newest runs, and each of them has a row', async () => {
  const { jobs, schedule, runs, clock } = await given({ catchUp: 'newest', cron: '*/5 * * * *' });
  clock.set('2026-03-06T07:00:00Z');
  await runSchedules(jobs);
  const slots = await slotsOf(jobs, schedule);
  expect(runs.map(({ slotAt }) => slotAt.toISOString())).toEqual(['2026-03-06T07:00:00.000Z']);
  expect(slots.length).toBe(4 * 24 * 12);
  expect(slots.filter((slot) => slot.endsWith('superseded')).length).toBe(4 * 24 * 12 - 1);
});

test('catch-up "skip": only slots that are not too old run', async () => {
  const { jobs, schedule, runs, clock } = await given({ catchUp: 'skip', skipAfterMin: 120 });
  clock.set('2026-03-03T09:00:00Z');
  await runSchedules(jobs);
  expect(runs.map(({ lateMin }) => lateMin)).toEqual([90]);
  expect(await slotsOf(jobs, schedule)).toEqual(['02T07:30 skipped', '03T07:30 done']);
});

test('the slots of a paused schedule are recorded and never run', async () => {
  const { jobs, schedule, runs, clock } = await given();
  const { database } = jobs.ground.engine;
  const pause = async (paused: boolean) =>
    await database.transaction(jobs.workspace.id, async (tx) => await pauseSchedule(tx, schedule.id, paused));
  expect(await pause(true)).toBe(true);
  expect(await pause(true)).toBe(false);
  clock.set('2026-03-02T07:30:00Z');
  await runSchedules(jobs);
  expect(await pause(false)).toBe(true);
  clock.set('2026-03-03T07:30:00Z');
  await runSchedules(jobs);
  expect(runs.length).toBe(1);
  expect(await slotsOf(jobs, schedule)).toEqual(['02T07:30 paused', '03T07:30 done']);
});

test('a slot stays "started" until its message is sent, and is settled once', async () => {
  const { jobs, schedule, clock } = await given({}, async () => ({ state: 'started', changes: [] }));
  clock.set('2026-03-02T07:30:00Z');
  await runSchedules(jobs);
  expect(await slotsOf(jobs, schedule)).toEqual(['02T07:30 started']);
  const slot = { scheduleId: schedule.id, slotAt: new Date('2026-03-02T07:30:00Z') };
  const settle = async (state: 'done' | 'failed') =>
    await jobs.ground.engine.database.transaction(
      jobs.workspace.id,
      async (tx) => await settleSlot(tx, slot, state, clock.now()),
    );
  expect(await settle('done')).toBe(true);
  expect(await settle('failed')).toBe(false);
  expect(await settle('done')).toBe(false);
  expect(await slotsOf(jobs, schedule)).toEqual(['02T07:30 done']);
});

test('a run that throws rolls back and is retried; other schedules run', async () => {
  let away = true;
  const { jobs, schedule, runs, clock } = await given({}, async (_, { schedule: { place } }) => {
    if (away && place === 'C0OPSDAILY') throw new Error('the 3PL does not answer');
    return { state: 'done', changes: [{ subject: { kind: 'test', id: place }, before: null, after: {} }] };
  });
  const other = await add(jobs, { place: 'C0OTHER' });
  clock.set('2026-03-02T07:30:00Z');
  await runSchedules(jobs);
  expect(await slotsOf(jobs, schedule)).toEqual(['02T07:30 retrying']);
  expect(await slotsOf(jobs, other)).toEqual(['02T07:30 done']);

  clock.forward(59_000);
  await runSchedules(jobs);
  expect(runs.length).toBe(2);
  away = false;
  clock.forward(1_000);
  await runSchedules(jobs);
  expect(await slotsOf(jobs, schedule)).toEqual(['02T07:30 done']);
  const { prisma } = await testDatabase();
  const audit = await prisma.auditEntry.findMany({
    where: { workspaceId: jobs.workspace.id },
    orderBy: { id: 'asc' },
  });
  expect(audit.map(({ operation, subjectId }) => [operation, subjectId])).toEqual([
    ['test.daily', 'C0OTHER'],
    ['test.daily', 'C0OPSDAILY'],
  ]);
});

test('a run that fails four times is final: its owner is told why, and the next slot runs', async () => {
  let away = true;
  const { jobs, schedule, clock } = await given({ owner: 'U0MAYA0001' }, async () => {
    if (away) throw new Error('the 3PL does not answer');
    return { state: 'done', changes: [] };
  });
  clock.set('2026-03-02T07:30:00Z');
  for (const minutes of [0, 1, 5, 15]) {
    clock.forward(minutes * 60_000);
    await runSchedules(jobs);
  }
  away = false;
  clock.set('2026-03-03T07:30:00Z');
  await runSchedules(jobs);
  expect(await slotsOf(jobs, schedule)).toEqual(['02T07:30 failed', '03T07:30 done']);
  const { prisma } = await testDatabase();
  const where = { workspaceId: jobs.workspace.id };
  expect(await prisma.slot.findFirst({ where: { ...where, state: 'failed' } })).toMatchObject({
    attempts: 4,
    error: 'the 3PL does not answer',
  });
  expect(await prisma.message.findMany({ where })).toMatchObject([
    { kind: 'jobs.trouble', place: 'U0MAYA0001', subject: `slot ${schedule.id} 2026-03-02T07:30:00.000Z` },
  ]);
  expect(loggedErrors().length).toBe(1);
});

test('a stopped schedule does not retry its failed slot', async () => {
  const { jobs, schedule, runs, clock } = await given({}, async () => {
    throw new Error('no');
  });
  clock.set('2026-03-02T07:30:00Z');
  await runSchedules(jobs);
  await jobs.ground.engine.database.transaction(
    jobs.workspace.id,
    async (tx) => await endSchedule(tx, schedule.id, clock.now()),
  );
  clock.set('2026-03-04T07:30:00Z');
  await runSchedules(jobs);
  expect(runs.length).toBe(1);
  expect(await slotsOf(jobs, schedule)).toEqual(['02T07:30 skipped']);
});

test('the admins are told once of a schedule that cannot be read; other schedules run', async () => {
  const { jobs, schedule, runs, clock } = await given({ cron: '30 8 * * 9' });
  const { prisma } = await testDatabase();
  const admin = 'U0ADA00001';
  await builders(prisma, jobs.workspace, clock.now()).person('Ada', admin, ['admin']);
  await add(jobs);
  clock.set('2026-03-02T07:30:00Z');
  await runSchedules(jobs);
  await runSchedules(jobs);
  expect(runs.length).toBe(1);
  expect(await prisma.message.findMany({ where: { workspaceId: jobs.workspace.id } })).toMatchObject([
    { kind: 'jobs.trouble', place: admin, subject: `schedule ${schedule.id}` },
  ]);
});

test('a slot missed while the database was away runs when it is back', async () => {
  const { jobs, schedule, runs, clock } = await given();
  const { database } = jobs.ground.engine;
  const away = { ...database, transaction: () => Promise.reject(new Error('connection refused')) };
  const without = { ...jobs, ground: { ...jobs.ground, engine: { ...jobs.ground.engine, database: away } } };
  clock.set('2026-03-02T07:30:00Z');
  await runSchedules(without);
  expect(await slotsOf(jobs, schedule)).toEqual([]);
  clock.set('2026-03-02T07:34:30Z');
  await runSchedules(jobs);
  expect(runs.map(({ lateMin }) => lateMin)).toEqual([4]);
});
