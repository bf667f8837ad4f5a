import { z } from 'zod';
import type { QueryContext } from '../../../core/runtime/context.ts';
import { query } from '../../../core/runtime/operation.ts';
import { Refusal } from '../../../core/runtime/refusal.ts';
import type { Permission } from '../../../core/tokens/permission.ts';
import { colleagues } from '../../people/index.ts';
import { rightFor } from '../electorate/authority.ts';
import { askForApprovals, breakGlass, decideApprovals } from '../permissions.ts';
import type { Approval } from '../request/model.ts';
import { whyNotAnswer, whyNotAsk, whyNotBreakGlass, whyNotDecide } from '../request/refusals.ts';
import { askerOf, demand } from '../request/requester.ts';
import { findApproval } from '../request/store.ts';
import { shownOf } from './get.ts';
import type { Shown } from './model.ts';

/** What was pressed: the round is what whoever pressed has seen. */
const pressed = z.object({ id: z.uuid(), round: z.int().optional() });
type Pressed = z.output<typeof pressed>;

/** The request that a form is to be opened for: whoever may not send the form need not fill it in. */
export const openToReject = opening(
  'approvals.open-to-reject',
  decideApprovals,
  async (ctx, one, { round }) => {
    demand(whyNotDecide(one, round ?? one.round, askerOf(ctx)));
    await rightFor(ctx, one);
  },
);

export const openToAsk = opening('approvals.open-to-ask', decideApprovals, async (ctx, one) =>
  demand(whyNotAsk(one, askerOf(ctx))),
);

export const openToAnswer = opening('approvals.open-to-answer', askForApprovals, async (ctx, one) =>
  demand(whyNotAnswer(one, askerOf(ctx))),
);

export const openToBreakGlass = opening(
  'approvals.open-to-break-glass',
  breakGlass,
  async (ctx, one, { round }) => demand(whyNotBreakGlass(one, round ?? one.round, askerOf(ctx))),
);

function opening(
  name: string,
  permission: Permission,
  may: (ctx: QueryContext, approval: Approval, pressed: Pressed) => Promise<void>,
) {
  return query({
    name,
    permission,
    input: pressed,
    async run(ctx, wanted): Promise<Shown> {
      const approval = await findApproval(ctx.scope, wanted.id);
      if (!approval) throw new Refusal('not-found', 'That approval is not there.');
      await may(ctx, approval, wanted);
      return shownOf(ctx, approval, await colleagues(ctx.scope));
    },
  });
}
