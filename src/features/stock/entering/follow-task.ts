import { after } from '../../../core/declare/follow.ts';
import type { MutationContext } from '../../../core/runtime/context.ts';
import type { Effects } from '../../../core/runtime/effects.ts';
import { asSystem } from '../../../core/runtime/system.ts';
import { getIssue, reopenIssue, resolveIssue } from '../../issues/index.ts';
import { quantitiesOf } from '../ledger/store.ts';
import type { OutsideChange } from '../outside/model.ts';
import { findChangeOf, updateChange } from '../outside/store.ts';
import { skuWatch } from '../watching/sku-watch.ts';

/** These say that the task was done, and not that it was put aside. */
const doneCodes: readonly string[] = ['fixed', 'worked around', 'settled by others'];

/** Done says that somebody entered it: now the numbers have to show it. Any other ending withdraws it. */
export const followDone = after(resolveIssue, {
  name: 'stock.follow-task-done',
  async follow(ctx, number) {
    const change = await findChangeOf(ctx.tx, number);
    if (change?.state !== 'open') return { changes: [] };
    const issue = await getIssue.call(asSystem(ctx, 'stock'), { id: change.issueId });
    const { actor, now } = ctx;
    const by = actor.kind === 'person' ? actor.id : null;
    const isDone = doneCodes.includes(issue?.resolutionCode ?? '');
    await updateChange(
      ctx.tx,
      change,
      isDone ? { enteredAt: now, enteredById: by } : { state: 'withdrawn', endedAt: now },
    );
    return await noted(ctx, change, isDone ? { entered: true } : { state: 'withdrawn' });
  },
});

/** A task that is reopened is to be done after all, measured against the numbers of now. */
export const followReopened = after(reopenIssue, {
  name: 'stock.follow-task-reopened',
  async follow(ctx, number) {
    const change = await findChangeOf(ctx.tx, number);
    if (!change) return { changes: [] };
    const levels = await quantitiesOf(ctx.tx, change.skuId, change.locationId);
    await updateChange(ctx.tx, change, {
      state: 'open',
      told: levels.get('available') ?? 0,
      askedAt: ctx.now,
      enteredAt: null,
      enteredById: null,
      endedAt: null,
    });
    return await noted(ctx, change, { state: 'open', entered: false });
  },
});

async function noted(
  ctx: MutationContext,
  { id, skuId, state, enteredAt }: OutsideChange,
  after: { readonly state?: string; readonly entered?: boolean },
): Promise<Effects> {
  const before = { state, entered: enteredAt !== null };
  return {
    changes: [{ subject: { kind: 'outside change', id }, before, after }],
    notifications: await skuWatch.follow(ctx, [skuId]),
  };
}
