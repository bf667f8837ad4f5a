import type { z } from 'zod';
import type { JsonObject } from './json.ts';

interface WorkDeclaration<Data extends z.ZodType> {
  /** `<feature>.<verb>`, unique over all features. */
  readonly id: string;
  readonly data: Data;
  /** The most that share one transaction: many where each is a row or two, one where each does much. */
  readonly together: number;
}

/** Small work in great number, done within seconds of the transaction that queues it, and again until it succeeds. */
export interface Work<Data = never> extends WorkDeclaration<z.ZodType<Data>> {
  /**
   * Queued once the current transaction commits, and done at once or not before a moment, so that more may gather. Work
   * about one subject is never in two hands at once.
   */
  on(subject: string, data: Data, notBefore?: Date): QueuedWork;
}

export interface QueuedWork {
  readonly work: Work;
  readonly subject: string;
  readonly data: JsonObject;
  readonly notBefore?: Date;
}

export function defineWork<Data extends z.ZodType>(declaration: WorkDeclaration<Data>): Work<z.output<Data>> {
  const work: Work<z.output<Data>> = {
    ...declaration,
    data: declaration.data as unknown as z.ZodType<z.output<Data>>,
    on: (subject, data, notBefore) => ({
      work: work as unknown as Work,
      subject,
      data: data as JsonObject,
      ...(notBefore && { notBefore }),
    }),
  };
  return work;
}
