import type { JobWithMetadata } from 'pg-boss';
import { z } from 'zod';
import type { JobHandler } from '../core/declare/job.ts';
import type { Context } from '../core/runtime/context.ts';
import { inUnit } from '../core/runtime/unit.ts';
import { warnUnlessOutage } from '../core/runtime/warn.ts';
import type { QueuedJob } from '../core/tokens/job.ts';
import type { PrismaClient } from '../db/generated/client.ts';
import { workspaceById } from '../db/workspace.ts';
import { reportTrouble } from '../features/index.ts';
import type { Ground } from '../slack/app/request.ts';
import { reasonOf, systemContext } from './ground.ts';
import type { Queues } from './queues.ts';

export interface Workers {
  /** Takes jobs as they come, one of each queue at a time. */
  start(): Promise<void>;
  /** Signals jobs of this process; those of others are found by looking. */
  wake(jobs: readonly QueuedJob[]): void;
  /** Runs all waiting jobs now and retries failures at once; for tests. */
  drain(): Promise<void>;
  /** Takes no new jobs and waits for the current ones; another process repeats one that takes too long. */
  stop(ms: number): Promise<void>;
}

/** A job of another process, or one that is tried again, may wait as long; each queue costs a statement at every look. */
const pollSeconds = 30;

const envelope = z.object({ workspaceId: z.uuid(), correlationId: z.string(), data: z.unknown() });

export function keepWorkers({ boss, handlers }: Queues, ground: Ground, prisma: PrismaClient): Workers {
  async function work(handler: JobHandler, job: JobWithMetadata): Promise<void> {
    const { workspaceId, correlationId, data } = envelope.parse(job.data);
    const workspace = await workspaceById(prisma, workspaceId);
    if (!workspace) throw new Error(`There is no workspace ${workspaceId}.`);
    const ctx = systemContext({ ground, workspace }, 'background work', correlationId);
    try {
      await handler.work(ctx, data);
    } catch (error) {
      await noteFailure(ctx, job, error);
      throw error;
    }
  }

  const workers = new Map<string, string>();

  /** Now, instead of at the next regular look. */
  function look(queue: string): void {
    const worker = workers.get(queue);
    if (worker) boss.notifyWorker(worker);
  }

  return {
    async start() {
      for (const handler of handlers) {
        // In a batch, one failed job would fail all of them.
        const options = { pollingIntervalSeconds: pollSeconds, batchSize: 1, includeMetadata: true } as const;
        const worker = await boss.work<object>(handler.job.id, options, async ([job]) => {
          try {
            if (job) await work(handler, job);
          } finally {
            // Others may wait behind it.
            look(handler.job.id);
          }
        });
        workers.set(handler.job.id, worker);
      }
    },
    wake(jobs) {
      for (const id of new Set(jobs.map(({ job }) => job.id))) look(id);
    },
    async drain() {
      for (const handler of handlers) {
        const { id: name } = handler.job;
        const next = async () =>
          (await boss.fetch<object>(name, { includeMetadata: true, ignoreStartAfter: true }))[0];
        for (let job = await next(); job; job = await next()) {
          try {
            await work(handler, job);
            await boss.complete(name, job.id);
          } catch (error) {
            await boss.fail(name, job.id, { message: reasonOf(error) });
          }
        }
      }
    },
    stop: async (ms) => await boss.stop({ graceful: true, timeout: ms, close: false }),
  };
}

/** The queue retries it until its tries are used up: then the admins are told. */
async function noteFailure(ctx: Context, job: JobWithMetadata, error: unknown): Promise<void> {
  const { id, name: queue, retryCount, retryLimit } = job;
  const last = retryCount >= retryLimit;
  const about = { queue, job: id, tries: retryCount + 1 };
  if (!last) return warnUnlessOutage(ctx, error, 'a job failed', about);
  ctx.log.error({ err: error, ...about }, 'a job failed');
  await inUnit(ctx, {}, async (unit) => await reportTrouble(unit, { about: 'job', queue, id }, null));
}
