import { z } from 'zod';
import { demand } from '../../../cases/demand.ts';
import { hold } from '../../../cases/hold.ts';
import type { Somebody } from '../../../cases/model.ts';
import { actingPersonOf } from '../../../cases/reader.ts';
import { recordEvent } from '../../../cases/record-event.ts';
import type { MutationContext } from '../../../core/runtime/context.ts';
import { mutation } from '../../../core/runtime/operation.ts';
import { forAct } from '../../../core/tokens/permission.ts';
import { askForApprovals, decideApprovals } from '../permissions.ts';
import { approvalCase } from '../request/case.ts';
import { lastQuestioner } from '../request/event-store.ts';
import { type Approval, maxWhy } from '../request/model.ts';
import { approvalSentences, whyNotAnswer, whyNotAsk } from '../request/refusals.ts';

const text = (missing: string) => z.string().trim().min(1, missing).max(maxWhy, 'Say it shorter.');

/** Asks the requester a question; the request itself does not change. */
export const askQuestion = mutation({
  name: 'approvals.question',
  permission: forAct(decideApprovals, 'ask questions about approvals'),
  input: z.object({ id: z.uuid(), text: text('Say what you want to know.') }),
  async run(ctx, { id, text: note }) {
    const approval = await hold(ctx, approvalCase, id);
    const reader = actingPersonOf(ctx);
    demand(whyNotAsk(approval, reader, true), approvalSentences, approval, reader);
    const said = await say(ctx, approval, { what: 'question', note }, approval.requester);
    return { ...said, result: approval.number };
  },
});

/** The requester answers the last question. */
export const answerQuestion = mutation({
  name: 'approvals.answer',
  permission: forAct(askForApprovals, 'answer questions about approvals'),
  input: z.object({ id: z.uuid(), text: text('Say something.') }),
  async run(ctx, { id, text: note }) {
    const approval = await hold(ctx, approvalCase, id);
    const reader = actingPersonOf(ctx);
    demand(whyNotAnswer(approval, reader), approvalSentences, approval, reader);
    const asker = await lastQuestioner(ctx.tx, id);
    return { ...(await say(ctx, approval, { what: 'answer', note }, asker)), result: approval.number };
  },
});

/** Tells a person in the thread and by direct message: they may not be in the channel. */
async function say(
  ctx: MutationContext,
  approval: Approval,
  event: { readonly what: 'question' | 'answer'; readonly note: string },
  to: Somebody | null,
) {
  const users = to?.active ? [to.slackUserId] : [];
  return await recordEvent(ctx, approvalCase, approval, {
    ...event,
    mentions: users,
    broadcast: event.what === 'question',
    tells: users,
  });
}
