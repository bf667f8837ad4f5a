import type { DueHandler } from '../../../core/declare/due.ts';
import { reviewDue } from '../issue/due.ts';
import { leadsToAsk } from '../issue/leads.ts';
import { isOpen } from '../issue/model.ts';
import { heldIfFree, recordStep, soon } from '../issue/record-event.ts';
import { findReview } from './store.ts';

/** It was bad, it is over, and nobody has written what is to be learnt: whose it was is reminded, once. */
export const missReview: DueHandler = {
  kind: reviewDue,
  async act(ctx, id) {
    const issue = await heldIfFree(ctx, id);
    if (issue === 'busy') return soon(ctx);
    if (!issue || isOpen(issue.state) || (await findReview(ctx.tx, id))) return { changes: [], next: null };
    const step = await recordStep(ctx, issue, {
      what: 'review missed',
      after: { severity: issue.severity },
      mentions: issue.owner?.active ? [issue.owner.slackUserId] : await leadsToAsk(ctx, issue.department),
    });
    return { ...step, next: null };
  },
};
