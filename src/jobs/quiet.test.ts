import { expect, test } from 'vitest';
import { testDatabase } from '../../test/harness/database.ts';
import { jobGround } from '../../test/harness/jobs.ts';
import type { ScheduleKind } from '../core/declare/schedule.ts';
import { momentsIn } from '../core/time/calendars/moments.ts';
import { insertSchedule } from '../db/schedules.ts';
import { runSchedules } from './schedules.ts';

const monday = '2026-03-02T07:00:00Z';

/** A schedule that follows a calendar: times of day such as 08:30 (UTC), the same each day; null: it cannot be read. */
async function given(first: readonly string[] | null) {
  const calendar = { times: first, reads: 0 };
  const runs: string[] = [];
  const kind: ScheduleKind = {
    id: 'test.calendar',
    title: 'Calendar',
    async moments(_, __, span) {
      calendar.reads += 1;
      const { times } = calendar;
      return times && momentsIn(span, (day) => times.map((time) => new Date(`${day}T${time}:00Z`)));
    },
    async run(_, { slotAt, lateMin }) {
      runs.push(`${slotAt.toISOString().slice(8, 16)}${lateMin > 0 ? ` +${lateMin}` : ''}`);
      return { state: 'done', changes: [] };
    },
  };
  const jobs = await jobGround({ schedules: [kind] }, monday);
  const { ground, workspace, clock } = jobs;
  const now = clock.now();
  const schedule = {
    id: ground.ids.uuid(now),
    kind: kind.id,
    cron: '@cut-off',
    timeZone: 'UTC',
    place: 'C0OPSDAILY',
    owner: 'U0MAYA0001',
    catchUp: 'late',
    skipAfterMin: null,
    paused: false,
    pausedUntil: null,
  } as const;
  await ground.engine.database.transaction(
    workspace.id,
    async (tx) => await insertSchedule(tx, schedule, now),
  );
  return {
    calendar,
    runs,
    async at(moment: string) {
      clock.set(`2026-03-${moment}:00Z`);
      await runSchedules(jobs);
    },
    /** Another replica, which remembers nothing. */
    async alsoAt(moment: string) {
      clock.set(`2026-03-${moment}:00Z`);
      await Promise.all([runSchedules(jobs), runSchedules({ ...jobs }), runSchedules({ ...jobs })]);
    },
    async troubles() {
      const { prisma } = await testDatabase();
      const where = { workspaceId: workspace.id, subject: { startsWith: 'schedule ' } };
      return await prisma.message.count({ where });
    },
  };
}

test('calendars are read every other minute and when a moment comes, not at each check', async () => {
  const { calendar, runs, at } = await given(['08:30']);
  await at('02T08:00');
  await at('02T08:01');
  expect(calendar.reads).toBe(1);
  await at('02T08:02');
  await at('02T08:03');
  expect(calendar.reads).toBe(2);
  await at('02T08:29');
  await at('02T08:30');
  expect(runs).toEqual(['02T08:30']);
});

test('a moment runs once, in however many replicas, and a clock that steps back does not repeat it', async () => {
  const { runs, at, alsoAt } = await given(['08:30', '08:30']);
  await alsoAt('02T08:30');
  await alsoAt('02T08:31');
  await at('02T08:29');
  await at('02T08:30');
  expect(runs).toEqual(['02T08:30']);
});

test('a moment that is not in the calendar any more does not run, one that came into it does', async () => {
  const { calendar, runs, at } = await given(['08:30']);
  await at('02T08:27');
  calendar.times = ['08:29', '09:00'];
  for (const minute of ['08:28', '08:29', '08:30', '08:31', '09:00']) await at(`02T${minute}`);
  expect(runs).toEqual(['02T08:29', '02T09:00']);
});

test('what was missed runs late; a calendar that is made later has no past', async () => {
  const { calendar, runs, at } = await given(['08:30']);
  await at('03T09:00');
  expect(runs).toEqual(['02T08:30 +1470', '03T08:30 +30']);
  calendar.times = ['12:00'];
  await at('03T11:00');
  calendar.times = ['10:00', '10:59', '12:00'];
  await at('03T12:00');
  expect(runs.slice(2)).toEqual(['03T12:00']);
});

test('calendars that cannot be read are reported once, and what came meanwhile runs when they can be read', async () => {
  const { calendar, runs, at, troubles } = await given(null);
  await at('02T08:30');
  await at('02T08:35');
  expect(await troubles()).toBe(1);
  calendar.times = ['08:30'];
  await at('02T08:40');
  expect(runs).toEqual(['02T08:30 +10']);
});
