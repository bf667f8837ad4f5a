import { z } from 'zod';
import type { MutationContext } from '../../../core/runtime/context.ts';
import { mutation } from '../../../core/runtime/operation.ts';
import { Refusal } from '../../../core/runtime/refusal.ts';
import { retry } from '../../messages/index.ts';
import { retryStuckThings } from '../permissions.ts';
import type { Retriable } from './rules.ts';
import { retryDue, retryFailedJob } from './store.ts';

/** Has a message said again, or due work or a job done again, that waits for a person. */
export const retryStuck = mutation({
  name: 'jobs.retry',
  permission: retryStuckThings,
  input: z.discriminatedUnion('about', [
    z.object({ about: z.literal('message'), id: z.uuid() }),
    z.object({ about: z.literal('due'), digest: z.string().length(32) }),
    z.object({ about: z.literal('job'), id: z.uuid() }),
  ]),
  async run(ctx, stuck) {
    const tried = await retryApproval(ctx, stuck);
    if (tried === null) {
      throw new Refusal('conflict', 'It has been retried already.', {
        next: '`/ops jobs` shows how it stands.',
      });
    }
    const subject = { kind: stuck.about, id: tried };
    // A message's own operation has noted it already.
    const changes =
      stuck.about === 'message'
        ? []
        : [{ subject, before: { waits: 'for a person' }, after: { waits: 'for its turn' } }];
    return { result: null, changes };
  },
});

/** The name of what is tried again; null when it is not stuck any more. */
async function retryApproval(ctx: MutationContext, stuck: Retriable): Promise<string | null> {
  switch (stuck.about) {
    case 'message':
      return (await retry.call(ctx, { by: 'id', key: stuck.id, day: null })) > 0 ? stuck.id : null;
    case 'due':
      return await retryDue(ctx.tx, stuck.digest, ctx.now);
    case 'job':
      return await retryFailedJob(ctx.tx, stuck.id);
  }
}
