import type { DueHandler } from '../../../core/declare/due.ts';
import { deadlineDue } from '../issue/due.ts';
import { leadsToAsk } from '../issue/leads.ts';
import { isOpen } from '../issue/model.ts';
import { heldIfFree, recordStep, soon } from '../issue/record-event.ts';

/** It should be over by now: whose it is hears of it; where it is nobody's, the leads do. */
export const passDeadline: DueHandler = {
  kind: deadlineDue,
  async act(ctx, id) {
    const issue = await heldIfFree(ctx, id);
    if (issue === 'busy') return soon(ctx);
    if (!issue?.dueAt || !isOpen(issue.state)) return { changes: [], next: null };
    const owner = issue.owner?.active ? issue.owner.slackUserId : null;
    const step = await recordStep(ctx, issue, {
      what: 'due passed',
      after: { dueAt: issue.dueAt.toISOString() },
      mentions: owner ? [owner] : await leadsToAsk(ctx, issue.department),
      broadcast: owner === null,
    });
    return { ...step, next: null };
  },
};
