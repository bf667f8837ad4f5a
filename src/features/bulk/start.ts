import { z } from 'zod';
import { bulkOf } from '../../core/declare/lists/bulk.ts';
import { demandPermission, mutation } from '../../core/runtime/operation.ts';
import { Refusal } from '../../core/runtime/refusal.ts';
import { requestApproval } from '../approvals/index.ts';
import { demandUsable } from './demand-usable.ts';
import { bulkKind } from './kind.ts';
import { actOnMany } from './permissions.ts';
import { holdSelection } from './store.ts';

/** Asks to act on every row of a selection; within the policy it begins at once. */
export const startBulk = mutation({
  name: 'bulk.start',
  permission: actOnMany,
  input: z.object({ selection: z.uuid(), action: z.string(), params: z.record(z.string(), z.unknown()) }),
  async run(ctx, { selection: id, action, params }) {
    const { acting, bulk } = bulkOf(ctx, action);
    await demandPermission(ctx, acting.permission);
    const selection = await holdSelection(ctx.tx, id);
    demandUsable(selection, ctx.actor.kind === 'person' ? ctx.actor.slackUserId : null, ctx.now);
    if (bulk.list !== selection.kind)
      throw new Refusal('invalid', 'That is not what can be done with these.');
    const asked = await requestApproval.call(ctx, {
      ...bulkKind.of({ selection: id, action, params }),
      why: null,
    });
    return { result: asked, changes: [] };
  },
});
