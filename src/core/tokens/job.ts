import type { z } from 'zod';
import type { JsonObject } from './json.ts';

export interface JobDeclaration<Data extends z.ZodType> {
  /** `<feature>.<verb>`, unique over all features; the name of its queue. */
  readonly id: string;
  readonly data: Data;
  /** Retries after a failure, with growing pauses. */
  readonly retries: number;
  /** Minutes after which a silent try counts as failed: its process was killed. */
  readonly expireAfterMin: number;
  /** Days that a finished job is kept for inspection. */
  readonly keepDays: number;
}

/** Background work that may take long and may be repeated: an import, a rebuild, tidying up. */
export interface Job<Data = never> extends JobDeclaration<z.ZodType<Data>> {
  /** Queued once the current transaction commits. */
  with(data: Data): QueuedJob;
}

export interface QueuedJob {
  readonly job: Job;
  readonly data: JsonObject;
}

export function defineJob<Data extends z.ZodType>(declaration: JobDeclaration<Data>): Job<z.output<Data>> {
  const job: Job<z.output<Data>> = {
    ...declaration,
    data: declaration.data as unknown as z.ZodType<z.output<Data>>,
    with: (data) => ({ job: job as unknown as Job, data: data as JsonObject }),
  };
  return job;
}
