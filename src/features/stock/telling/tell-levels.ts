import { z } from 'zod';
import { mutation } from '../../../core/runtime/operation.ts';
import { renewApprovals } from '../../approvals/index.ts';
import { agreeWith } from '../entering/agree.ts';
import { state } from '../ledger/post.ts';
import { tellLevelsPermission } from '../permissions.ts';
import { nextProof } from '../proof/pulse.ts';
import { lastProof } from '../proof/store.ts';
import { skuWatch } from '../watching/sku-watch.ts';
import { toldLevel } from './model.ts';

/** Takes levels as a source outside tells them, in any order: each counts from its own moment on, until the next. */
export const tellLevels = mutation({
  name: 'stock.tell-levels',
  permission: tellLevelsPermission,
  input: z.object({
    levels: z.array(toldLevel),
    /** How the ledger names it, such as "Shopify Shop DE". */
    reference: z.string(),
  }),
  async run(ctx, { levels, reference }) {
    const statements = levels.map(({ skuId, locationId, available, asOf }) => ({
      skuId,
      locationId,
      bucket: 'available' as const,
      quantity: available,
      asOf,
    }));
    const told = await state(ctx, statements, { cause: 'import', reference, source: ctx.actor.id });
    const agreed = await agreeWith(ctx, told);
    const present = told.flatMap(({ skuId, next }) => (next ? [] : [skuId]));
    const moved = [...new Set([...present, ...agreed.skuIds])];
    // The first levels of a workspace begin the pulse of its proofs.
    const proof = (await lastProof(ctx.tx)) ? [] : [nextProof(ctx)];
    return {
      result: null,
      changes: agreed.changes,
      notifications: await skuWatch.follow(ctx, moved),
      due: [...(await renewApprovals(ctx, moved)), ...proof],
    };
  },
});
