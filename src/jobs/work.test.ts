import { expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { builders } from '../../test/harness/builders.ts';
import { testClock } from '../../test/harness/clock.ts';
import { type TestDatabase, testDatabase } from '../../test/harness/database.ts';
import { jobGround } from '../../test/harness/jobs.ts';
import { loggedErrors, watchedLog } from '../../test/harness/log.ts';
import { defineFeature } from '../core/declare/feature.ts';
import { does } from '../core/declare/job.ts';
import type { Context } from '../core/runtime/context.ts';
import { collect } from '../core/runtime/effects.ts';
import { inUnit } from '../core/runtime/unit.ts';
import { defineJob, type QueuedJob } from '../core/tokens/job.ts';
import { reportFailedJobs } from './failed.ts';
import { systemContext } from './ground.ts';
import { openQueues } from './queues.ts';
import { keepWorkers, type Workers } from './work.ts';

let queuesMade = 0;

const queueTools = ({ database }: TestDatabase) => ({
  clock: testClock(),
  log: watchedLog(),
  outages: database.outages,
});

/** A queue of the test's own that records its jobs, and its workers. */
async function given(work: (ctx: Context, n: number) => Promise<void> = async () => {}) {
  queuesMade += 1;
  const rebuild = defineJob({
    id: `test.rebuild-${queuesMade}`,
    data: z.object({ n: z.number() }),
    retries: 2,
    expireAfterMin: 5,
    keepDays: 3,
  });
  const tried: string[] = [];
  const feature = defineFeature({
    name: 'test',
    title: 'Test',
    permissions: [],
    operations: [],
    jobs: [
      does(rebuild, async (ctx, { n }) => {
        tried.push(`${n} for ${ctx.correlationId}`);
        await work(ctx, n);
      }),
    ],
  });
  const db = await testDatabase();
  const queues = openQueues(db, [feature], queueTools(db));
  const jobs = await jobGround({});
  const engine = {
    ...jobs.ground.engine,
    queue: queues.queue,
    wakeJobs: (queued: readonly QueuedJob[]) => workers.wake(queued),
  };
  const ground = { ...jobs.ground, engine };
  const workers: Workers = keepWorkers(queues, ground, db.prisma);
  await queues.start();
  onTestFinished(async () => await workers.stop(1_000));
  const ask = async (...numbers: number[]) =>
    await inUnit(systemContext({ ...jobs, ground }, 'test', 'asked'), {}, async (unit) => {
      collect(unit.pending, { changes: [], jobs: numbers.map((n) => rebuild.with({ n })) });
      if (numbers.includes(13)) await unit.engine.queue(unit.tx, [rebuild.with({ n: 13 })], 'asked');
      if (numbers.includes(13)) throw new Error('rolled back');
    });
  return { rebuild, tried, queues, workers, ask, jobs, workspace: jobs.workspace, prisma: db.prisma };
}

test('a job runs once, after the commit that requests it, under its correlation id', async () => {
  const { tried, workers, ask } = await given();
  await ask(1, 2);
  await workers.drain();
  await workers.drain();
  expect(tried.sort()).toEqual(['1 for asked', '2 for asked']);
});

test('a rolled-back transaction leaves no job', async () => {
  const { tried, workers, ask, queues, rebuild } = await given();
  await expect(ask(13)).rejects.toThrow('rolled back');
  expect(await queues.boss.getQueueSize(rebuild.id)).toBe(0);
  await workers.drain();
  expect(tried).toEqual([]);
});

test('a failed job is retried as often as declared while the others run; then the admins are told', async () => {
  const { rebuild, tried, workers, ask, jobs, workspace, prisma } = await given(async (_, n) => {
    if (n === 1) throw new Error('the file is gone');
  });
  await builders(prisma, workspace, jobs.ground.clock.now()).person('Ada', 'U0ADA00001', ['admin']);
  await ask(1, 2);
  await workers.drain();
  expect(tried.filter((one) => one.startsWith('1'))).toHaveLength(3);
  expect(tried.filter((one) => one.startsWith('2'))).toHaveLength(1);
  const messages = await prisma.message.findMany({ where: { workspaceId: workspace.id } });
  expect(messages).toMatchObject([{ kind: 'jobs.trouble', place: 'U0ADA00001' }]);
  expect(messages[0]?.subject).toMatch(new RegExp(`^job ${rebuild.id} `));
  expect(loggedErrors()).toHaveLength(1);
});

test('the admins are also told, once, of a job whose process was killed at every try', async () => {
  const { rebuild, queues, ask, jobs, workspace, prisma } = await given();
  await builders(prisma, workspace, jobs.ground.clock.now()).person('Ada', 'U0ADA00001', ['admin']);
  await ask(1);
  await queues.boss.fetch(rebuild.id);
  await prisma.$executeRaw`
    UPDATE pgboss.job SET started_on = started_on - interval '1 hour', retry_count = retry_limit WHERE name = ${rebuild.id}`;
  await queues.boss.maintain();
  await reportFailedJobs(jobs);
  await reportFailedJobs(jobs);
  const messages = await prisma.message.findMany({ where: { workspaceId: workspace.id } });
  expect(messages).toMatchObject([{ kind: 'jobs.trouble', place: 'U0ADA00001', wantedVersion: 1 }]);
});

test('a job without a handler makes its transaction fail', async () => {
  const { queues, workspace } = await given();
  const other = defineJob({
    id: 'test.else',
    data: z.object({}),
    retries: 1,
    expireAfterMin: 1,
    keepDays: 1,
  });
  const { database } = await testDatabase();
  const asked = database.transaction(
    workspace.id,
    async (tx) => await queues.queue(tx, [other.with({})], 'asked'),
  );
  await expect(asked).rejects.toThrow('No feature handles the job test.else');
});

test('a job with data of the wrong shape fails without running', async () => {
  const { rebuild, tried, queues, workers, workspace } = await given();
  await queues.boss.send(rebuild.id, {
    workspaceId: workspace.id,
    correlationId: 'forged',
    data: { n: 'one' },
  });
  await workers.drain();
  expect(tried).toEqual([]);
  expect(loggedErrors()).toHaveLength(1);
});

test('the running bot takes jobs as they come, one after the other, long before it would look for them', async () => {
  const { workers, ask, tried } = await given();
  await workers.start();
  await ask(7, 8, 9);
  // It looks every half a minute; nobody waits for that here.
  await expect.poll(() => tried.length).toBe(3);
  await ask(10);
  await expect.poll(() => tried).toContain('10 for asked');
});

test('a second start finds the queue and updates its settings', async () => {
  const { rebuild, queues } = await given();
  const db = await testDatabase();
  const later = openQueues(
    db,
    [
      defineFeature({
        name: 'test',
        title: 'Test',
        permissions: [],
        operations: [],
        jobs: [does({ ...rebuild, retries: 5 }, async () => {})],
      }),
    ],
    queueTools(db),
  );
  await later.start();
  onTestFinished(async () => await later.boss.stop({ close: false }));
  expect(await queues.boss.getQueue(rebuild.id)).toMatchObject({ retryLimit: 5, expireInSeconds: 300 });
});
