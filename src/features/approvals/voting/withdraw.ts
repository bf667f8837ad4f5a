import { z } from 'zod';
import { demand } from '../../../cases/demand.ts';
import { hold } from '../../../cases/hold.ts';
import { actingPersonOf } from '../../../cases/reader.ts';
import { mutation } from '../../../core/runtime/operation.ts';
import { forAct } from '../../../core/tokens/permission.ts';
import { endRequest } from '../outcome/outcome.ts';
import { askForApprovals } from '../permissions.ts';
import { approvalCase } from '../request/case.ts';
import { approvalSentences, whyNotWithdraw } from '../request/refusals.ts';

/** The requester takes the request back. */
export const withdraw = mutation({
  name: 'approvals.withdraw',
  permission: forAct(askForApprovals, 'withdraw approvals'),
  input: z.object({ id: z.uuid() }),
  async run(ctx, { id }) {
    const approval = await hold(ctx, approvalCase, id);
    const reader = actingPersonOf(ctx);
    demand(whyNotWithdraw(approval, reader), approvalSentences, approval, reader);
    return {
      ...(await endRequest(ctx, approval, 'withdrawn', { what: 'withdrawn' })),
      result: approval.number,
    };
  },
});
