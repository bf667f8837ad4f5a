import { expect, test } from 'vitest';
import { testDatabase } from '../../test/harness/database.ts';
import { jobGround } from '../../test/harness/jobs.ts';
import { schedules } from '../core/declare/schedule.ts';
import { ensureBuiltIns } from './built-in.ts';

test("a workspace has each built-in schedule once, in the shop's time zone, however many processes start", async () => {
  const jobs = await jobGround({});
  await Promise.all([ensureBuiltIns(jobs), ensureBuiltIns(jobs)]);
  await ensureBuiltIns(jobs);
  const { prisma } = await testDatabase();
  const kept = await prisma.schedule.findMany({
    where: { workspaceId: jobs.workspace.id },
    select: { kind: true, cron: true, timeZone: true, paused: true },
  });
  const declared = jobs.ground.engine.contributions
    .of(schedules)
    .flatMap(({ id: kind, builtIn }) => (builtIn ? [{ kind, cron: builtIn.cron }] : []));
  expect(declared).toContainEqual({ kind: 'jobs.tidy', cron: '30 3 * * *' });
  expect(kept).toHaveLength(declared.length);
  expect(kept).toEqual(
    expect.arrayContaining(declared.map((one) => ({ ...one, timeZone: 'Europe/Berlin', paused: false }))),
  );
});
