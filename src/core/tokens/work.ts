import type { z } from 'zod';
import type { JsonObject } from './json.ts';

interface WorkDeclaration<Data extends z.ZodType> {
  /** `<feature>.<verb>`, unique over all features. */
  readonly id: string;
  readonly data: Data;
  /** The most that share one transaction: many where each is a row or two, one where each does much. */
  readonly together: number;
  /**
   * Only pieces whose subjects begin with the same word share a transaction: what each of them holds has an order of its
   * own, and two of those in one transaction would be two orders.
   */
  readonly apart?: true;
  /** How often parked work is looked at though nobody said that what it lacks has come; absent: for ever. */
  readonly looks?: number;
}

/** Small work in great number, done within seconds of the transaction that queues it, and again until it succeeds. */
export interface Work<Data = never> extends WorkDeclaration<z.ZodType<Data>> {
  /**
   * Queued once the current transaction commits, and done at once or not before a moment, so that more may gather. Work
   * about one subject is never in two hands at once.
   */
  on(subject: string, data: Data, notBefore?: Date): QueuedWork;
  /**
   * Parked from the beginning, under the name of what it lacks. Looked at from `look` on, since that may have come in the
   * moment in which it was parked.
   */
  until(missing: string, subject: string, data: Data, look: Date): QueuedWork;
}

export interface QueuedWork {
  readonly work: Work;
  readonly subject: string;
  readonly data: JsonObject;
  readonly notBefore?: Date;
  /** What it lacks; absent: nothing. */
  readonly missing?: string;
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
    until: (missing, subject, data, look) => ({ ...work.on(subject, data, look), missing }),
  };
  return work;
}
