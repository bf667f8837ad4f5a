import { z } from 'zod';
import { mutation } from '../../../core/runtime/operation.ts';
import { Refusal } from '../../../core/runtime/refusal.ts';
import { resolveMatter } from '../../issues/index.ts';
import { matterOf } from '../outside/matter.ts';
import { withdrawSentences } from '../outside/refusals.ts';
import { findChange, updateChange } from '../outside/store.ts';
import { adjustStock } from '../permissions.ts';
import { skuWatch } from '../watching/sku-watch.ts';

/** Nobody is to enter the change any more; its task is done with. */
export const withdrawChange = mutation({
  name: 'stock.withdraw-outside',
  permission: adjustStock,
  input: z.object({ id: z.uuid() }),
  async run(ctx, { id }) {
    const found = await findChange(ctx.tx, id);
    if (!found) throw new Refusal('not-found', withdrawSentences.gone());
    // First the issue, then its change: whoever presses Done does it in this order too.
    const note = 'Withdrawn: nobody is to enter it any more.';
    await resolveMatter.call(ctx, { matter: matterOf(id), code: 'will not be fixed', note });
    const change = (await findChange(ctx.tx, id)) ?? found;
    if (change.state !== 'open') throw new Refusal('conflict', withdrawSentences[change.state]());
    const { now } = ctx;
    if (!(await updateChange(ctx.tx, change, { state: 'withdrawn', endedAt: now })))
      throw new Refusal('conflict', withdrawSentences.agreed());
    return {
      result: { skuId: change.skuId, issueNumber: change.issueNumber, quantity: change.quantity },
      changes: [
        { subject: { kind: 'outside change', id }, before: { state: 'open' }, after: { state: 'withdrawn' } },
      ],
      notifications: await skuWatch.follow(ctx, [change.skuId]),
    };
  },
});
