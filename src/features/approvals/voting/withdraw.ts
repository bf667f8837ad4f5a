import { z } from 'zod';
import { mutation } from '../../../core/runtime/operation.ts';
import { ended } from '../outcome/outcome.ts';
import { askForApprovals } from '../permissions.ts';
import { held } from '../request/record-event.ts';
import { whyNotWithdraw } from '../request/refusals.ts';
import { askerOf, demand } from '../request/requester.ts';

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
