import { z } from 'zod';
import { demand } from '../../../cases/demand.ts';
import { notThere } from '../../../cases/hold.ts';
import { actingPersonOf } from '../../../cases/reader.ts';
import { holds } from '../../../core/runtime/actor.ts';
import type { QueryContext } from '../../../core/runtime/context.ts';
import { query } from '../../../core/runtime/operation.ts';
import type { Permission } from '../../../core/tokens/permission.ts';
import { demandAuthority } from '../electorate/authority.ts';
import { crowdNow, overridersNow } from '../electorate/voters.ts';
import { breakGlass, decideApprovals, seeApprovals } from '../permissions.ts';
import { approvalCase } from '../request/case.ts';
import type { Approval } from '../request/model.ts';
import {
  approvalSentences,
  whyNotAnswer,
  whyNotAsk,
  whyNotDecide,
  whyNotOverride,
  whyNotWithdraw,
} from '../request/refusals.ts';
import { findApproval } from '../request/store.ts';
import { shownApproval } from './get.ts';
import type { ShownApproval } from './model.ts';

/** `round`: the round that the card showed when its button was pressed. */
const pressed = z.object({ id: z.uuid(), round: z.int().optional() });
type Pressed = z.output<typeof pressed>;

/** Open to viewers, so that they too are told whose turn it is. A no needs what a yes needs. */
export const openToDecide = opening('approvals.open-to-reject', seeApprovals, async (ctx, one, { round }) => {
  const reader = actingPersonOf(ctx);
  demand(whyNotDecide(one, round ?? one.round, reader), approvalSentences, one, reader);
  await demandAuthority(ctx, one, 'reject');
});

/** Open to viewers, who learn whom to ask instead. */
export const openToAsk = opening('approvals.open-to-ask', seeApprovals, async (ctx, one) => {
  const reader = actingPersonOf(ctx);
  const no = whyNotAsk(one, reader, holds(ctx.actor, decideApprovals));
  demand(no, approvalSentences, one, reader);
});

export const openToAnswer = opening('approvals.open-to-answer', seeApprovals, async (ctx, one) => {
  const reader = actingPersonOf(ctx);
  demand(whyNotAnswer(one, reader), approvalSentences, one, reader);
});

/** Open to viewers: only the requester can withdraw, whatever anybody's role. */
export const openToWithdraw = opening('approvals.open-to-withdraw', seeApprovals, async (ctx, one) => {
  const reader = actingPersonOf(ctx);
  demand(whyNotWithdraw(one, reader), approvalSentences, one, reader);
});

export const openToOverride = opening(
  'approvals.open-to-break-glass',
  breakGlass,
  async (ctx, one, { round }) => {
    const reader = actingPersonOf(ctx);
    const no = whyNotOverride(one, round ?? one.round, reader, await overridersNow(ctx));
    demand(no, approvalSentences, one, reader);
  },
);

/** Reads the request that a form is about. `check` refuses people who could not submit the form. */
function opening(
  name: string,
  permission: Permission,
  check: (ctx: QueryContext, approval: Approval, pressed: Pressed) => Promise<void>,
) {
  return query({
    name,
    permission,
    input: pressed,
    async run(ctx, wanted): Promise<ShownApproval> {
      const approval = await findApproval(ctx.scope, wanted.id);
      if (!approval) throw notThere(approvalCase);
      await check(ctx, approval, wanted);
      return shownApproval(ctx, approval, await crowdNow(ctx));
    },
  });
}
