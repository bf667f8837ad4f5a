import { z } from 'zod';
import { demand } from '../../../cases/demand.ts';
import { notThere } from '../../../cases/hold.ts';
import { actingPersonOf } from '../../../cases/reader.ts';
import type { QueryContext } from '../../../core/runtime/context.ts';
import { query } from '../../../core/runtime/operation.ts';
import type { Permission } from '../../../core/tokens/permission.ts';
import { colleagues } from '../../people/index.ts';
import { authorityFor } from '../electorate/authority.ts';
import { askForApprovals, breakGlass, decideApprovals } from '../permissions.ts';
import { approvalCase } from '../request/case.ts';
import type { Approval } from '../request/model.ts';
import {
  approvalSentences,
  whyNotAnswer,
  whyNotAsk,
  whyNotDecide,
  whyNotOverride,
} from '../request/refusals.ts';
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
    const reader = actingPersonOf(ctx);
    demand(whyNotDecide(one, round ?? one.round, reader), approvalSentences, one, reader);
    await authorityFor(ctx, one);
  },
);

export const openToAsk = opening('approvals.open-to-ask', decideApprovals, async (ctx, one) => {
  const reader = actingPersonOf(ctx);
  demand(whyNotAsk(one, reader), approvalSentences, one, reader);
});

export const openToAnswer = opening('approvals.open-to-answer', askForApprovals, async (ctx, one) => {
  const reader = actingPersonOf(ctx);
  demand(whyNotAnswer(one, reader), approvalSentences, one, reader);
});

export const openToOverride = opening(
  'approvals.open-to-break-glass',
  breakGlass,
  async (ctx, one, { round }) => {
    const reader = actingPersonOf(ctx);
    demand(whyNotOverride(one, round ?? one.round, reader), approvalSentences, one, reader);
  },
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
      if (!approval) throw notThere(approvalCase);
      await may(ctx, approval, wanted);
      return shownOf(ctx, approval, await colleagues(ctx.scope));
    },
  });
}
