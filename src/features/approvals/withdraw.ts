import { z } from 'zod';
import { mutation } from '../../core/operation.ts';
import { askerOf, demand } from './asker.ts';
import { ended } from './decided.ts';
import { whyNotWithdraw } from './no-rules.ts';
import { askForApprovals } from './permissions.ts';
import { held } from './step.ts';

/** Whoever asked takes it back. */
export const withdraw = mutation({
  name: 'approvals.withdraw',
  permission: askForApprovals,
  input: z.object({ id: z.uuid() }),
  async run(ctx, { id }) {
    const approval = await held(ctx, id);
    demand(whyNotWithdraw(approval, askerOf(ctx)));
    return {
      ...(await ended(ctx, approval, 'withdrawn', { what: 'withdrawn' })),
      result: approval.number,
    };
  },
});
