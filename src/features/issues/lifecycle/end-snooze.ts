import type { DueHandler } from '../../../core/declare/due.ts';
import { promiseDue, snoozeDue } from '../issue/due.ts';
import { leadsToAsk } from '../issue/leads.ts';
import { defaultPromise } from '../issue/promise-rules.ts';
import { heldIfFree, recordStep, soon } from '../issue/record-event.ts';
import { updateIssue } from '../issue/store.ts';
import { releaseIssue } from './release.ts';

/** The end of a snooze: whose it is, is asked again; where it is nobody's, the leads are. */
export const endSnooze: DueHandler = {
  kind: snoozeDue,
  async act(ctx, id) {
    const issue = await heldIfFree(ctx, id);
    if (issue === 'busy') return soon(ctx);
    if (issue?.state !== 'waiting' || !issue.snoozedUntil) return { changes: [], next: null };
    if (issue.snoozedUntil > ctx.now) return { changes: [], next: issue.snoozedUntil };
    if (issue.owner && !issue.owner.active) return { ...(await releaseIssue(ctx, issue)), next: null };
    const taken = issue.owner && issue.takenAt;
    const promiseAt = taken ? defaultPromise(issue.severity, ctx.now, ctx.workspace.timeZone) : null;
    const state = taken ? 'on it' : 'new';
    await updateIssue(ctx.tx, id, { state, snoozedUntil: null, promiseAt });
    const step = await recordStep(ctx, issue, {
      what: 'woken',
      before: { state: issue.state },
      after: { state, promiseAt: promiseAt?.toISOString() ?? null },
      mentions: issue.owner ? [issue.owner.slackUserId] : await leadsToAsk(ctx, issue.department),
      broadcast: !issue.owner,
    });
    return { ...step, due: promiseAt ? [promiseDue.at(id, promiseAt)] : [], next: null };
  },
};
