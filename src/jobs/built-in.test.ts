import { expect, test } from 'vitest';
import { testDatabase } from '../../test/harness/database.ts';
import { jobGround } from '../../test/harness/jobs.ts';
import { ensureBuiltIns } from './built-in.ts';

test('a workspace has each built-in schedule once, in the zone of the shop, however many processes start', async () => {
  const jobs = await jobGround({});
  await Promise.all([ensureBuiltIns(jobs), ensureBuiltIns(jobs)]);
  await ensureBuiltIns(jobs);
  const { prisma } = await testDatabase();
  expect(await prisma.schedule.findMany({ where: { workspaceId: jobs.workspace.id } })).toMatchObject([
    { kind: 'jobs.tidy', cron: '30 3 * * *', timeZone: 'Europe/Berlin', paused: false },
  ]);
});
