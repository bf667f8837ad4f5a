import { z } from 'zod';
import { mutation } from '../../../core/runtime/operation.ts';
import { Refusal } from '../../../core/runtime/refusal.ts';
import { keepBodiesDays } from '../deliveries/model.ts';
import { requeue } from '../deliveries/store.ts';
import { replaySources } from '../permissions.ts';

const tooLate = `What that delivery said is no longer kept: that is for ${keepBodiesDays} days. So it cannot be handled again.`;

/** Handles a delivery again from its kept bytes, whatever became of it. */
export const replayDelivery = mutation({
  name: 'sources.replay',
  permission: replaySources,
  input: z.object({ id: z.uuid() }),
  async run(ctx, { id }) {
    const before = await requeue(ctx.tx, id, ctx.now);
    if (!before) throw new Refusal('conflict', tooLate, { next: 'Its source can send it again.' });
    const subject = { kind: 'webhook delivery', id };
    return { result: { id }, changes: [{ subject, before: { ...before }, after: { state: 'stored' } }] };
  },
});
