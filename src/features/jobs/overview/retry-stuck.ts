import { z } from 'zod';
import type { MutationContext } from '../../../core/runtime/context.ts';
import { mutation } from '../../../core/runtime/operation.ts';
import { Refusal } from '../../../core/runtime/refusal.ts';
import { retry } from '../../messages/index.ts';
import { retryStuckThings } from '../permissions.ts';
import type { Retriable } from './rules.ts';
import { retryDue, retryFailedJob } from './store.ts';
import { retryStuckWork } from './work-store.ts';

/** Retries a stuck message, piece of due work or job. */
export const retryStuck = mutation({
  name: 'jobs.retry',
  permission: retryStuckThings,
  input: z.discriminatedUnion('about', [
    z.object({ about: z.literal('message'), id: z.uuid() }),
    z.object({ about: z.literal('due'), digest: z.string().length(32) }),
    z.object({ about: z.literal('job'), id: z.uuid() }),
    z.object({ about: z.literal('work'), id: z.uuid() }),
  ]),
  async run(ctx, stuck) {
    const tried = await retryOne(ctx, stuck);
    if (tried === null) {
      throw new Refusal('conflict', 'It has already been retried.', {
        next: '`/ops jobs` shows its present state.',
      });
    }
    const subject = { kind: stuck.about, id: tried };
    // A message's own operation has already written it to the audit log.
    const changes =
      stuck.about === 'message'
        ? []
        : [{ subject, before: { waits: 'for a person' }, after: { waits: 'for its turn' } }];
    return { result: null, changes };
  },
});

/** The name of the retried work; null when it is no longer stuck. */
async function retryOne(ctx: MutationContext, stuck: Retriable): Promise<string | null> {
  switch (stuck.about) {
    case 'message':
      return (await retry.call(ctx, { by: 'id', key: stuck.id, day: null })) > 0 ? stuck.id : null;
    case 'due':
      return await retryDue(ctx.tx, stuck.digest, ctx.now);
    case 'job':
      return await retryFailedJob(ctx.tx, stuck.id);
    case 'work':
      return await retryStuckWork(ctx.tx, stuck.id, ctx.now);
  }
}
