import type { Context } from '../runtime/context.ts';
import { contribution } from '../runtime/contributions.ts';
import type { Job } from '../tokens/job.ts';

/** Runs a job. Build it with `does`. */
export interface JobHandler {
  readonly job: Job;
  /** Throws for data of the wrong shape; any error counts as a failed try. */
  work(ctx: Context, data: unknown): Promise<void>;
}

export function does<Data>(job: Job<Data>, work: (ctx: Context, data: Data) => Promise<void>): JobHandler {
  return {
    job: job as unknown as Job,
    work: async (ctx, data) => await work(ctx, job.data.parse(data)),
  };
}

/** Background work. */
export const jobs = contribution<JobHandler>('jobs');
