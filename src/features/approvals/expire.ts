import type { DueHandler } from '../../core/due.ts';
import { ended } from './decided.ts';
import { expireDue, remindDue } from './due.ts';
import { expiryFrom } from './expiry.ts';
import { handlerOf } from './kinds.ts';
import { isWaiting } from './rules.ts';
import { wasPutBefore } from './sent-store.ts';
import { heldIfFree, recordStep, soon } from './step.ts';
import { updateApproval } from './store.ts';

/** Nobody decided it in time. Where Slack was away so that nobody could, it waits as long again. */
export const expireApproval: DueHandler = {
  kind: expireDue,
  async act(ctx, id) {
    const approval = await heldIfFree(ctx, id);
    if (approval === 'busy') return soon(ctx);
    if (!approval || !isWaiting(approval) || !approval.expiresAt) return { changes: [], next: null };
    const { expiresAt, location, kind } = approval;
    if (expiresAt > ctx.now) return { changes: [], next: expiresAt };
    const hours = handlerOf(ctx, kind)?.kind.expiresInWorkingHours;
    if (hours !== undefined && !(await wasPutBefore(ctx.tx, approval))) {
      const later = await expiryFrom(ctx, ctx.now, { hours, location });
      await updateApproval(ctx.tx, id, { expiresAt: later });
      const step = await recordStep(ctx, approval, {
        what: 'put off',
        quiet: true,
        before: { expiresAt: expiresAt.toISOString() },
        after: { expiresAt: later.toISOString() },
      });
      return { ...step, next: later };
    }
    const { due: _, ...effects } = await ended(ctx, approval, 'expired', { what: 'expired' });
    return { ...effects, due: [remindDue.never(id)], next: null };
  },
};
