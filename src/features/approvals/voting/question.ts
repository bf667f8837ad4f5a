import { z } from 'zod';
import type { MutationContext } from '../../../core/runtime/context.ts';
import { mutation } from '../../../core/runtime/operation.ts';
import { askForApprovals, decideApprovals } from '../permissions.ts';
import { lastAsker } from '../request/event-store.ts';
import { type Approval, maxWhy, type Somebody } from '../request/model.ts';
import { held, recordStep } from '../request/record-event.ts';
import { whyNotAnswer, whyNotAsk } from '../request/refusals.ts';
import { askerOf, demand } from '../request/requester.ts';

const text = (missing: string) => z.string().trim().min(1, missing).max(maxWhy, 'Say it shorter.');

/** Asks whoever asked for it. It changes nothing else. */
export const askQuestion = mutation({
  name: 'approvals.question',
  permission: decideApprovals,
  input: z.object({ id: z.uuid(), text: text('Say what you want to know.') }),
  async run(ctx, { id, text: note }) {
    const approval = await held(ctx, id);
    demand(whyNotAsk(approval, askerOf(ctx)));
    const said = await say(ctx, approval, { what: 'question', note }, approval.requester);
    return { ...said, result: approval.number };
  },
});

/** What the one who asked for it says to the last question. */
export const answerQuestion = mutation({
  name: 'approvals.answer',
  permission: askForApprovals,
  input: z.object({ id: z.uuid(), text: text('Say something.') }),
  async run(ctx, { id, text: note }) {
    const approval = await held(ctx, id);
    demand(whyNotAnswer(approval, askerOf(ctx)));
    const asker = await lastAsker(ctx.tx, id);
    return { ...(await say(ctx, approval, { what: 'answer', note }, asker)), result: approval.number };
  },
});

/** In the thread with a mention, and directly: who is to answer may not be in the channel. */
async function say(
  ctx: MutationContext,
  approval: Approval,
  step: { readonly what: 'question' | 'answer'; readonly note: string },
  to: Somebody | null,
) {
  const users = to?.active ? [to.slackUserId] : [];
  return await recordStep(ctx, approval, {
    ...step,
    mentions: users,
    broadcast: step.what === 'question',
    tells: users,
  });
}
