import { actsOn } from '../../../cases/due.ts';
import { recordEvent } from '../../../cases/record-event.ts';
import { calendarOf } from '../../locations/index.ts';
import { issueCase } from '../issue/case.ts';
import { promiseDue, snoozeDue } from '../issue/due.ts';
import { findLeads } from '../issue/find-leads.ts';
import { defaultPromise } from '../issue/promise-rules.ts';
import { updateIssue } from '../issue/store.ts';
import { releaseIssue } from './release.ts';

/** When a snooze ends the owner is asked again; without an owner, the leads are. */
export const endSnooze = actsOn(snoozeDue, issueCase, async (ctx, issue) => {
  const { id, owner, snoozedUntil, severity, department } = issue;
  if (issue.state !== 'waiting' || !snoozedUntil) return null;
  if (snoozedUntil > ctx.now) return { next: snoozedUntil };
  if (owner && !owner.active) return await releaseIssue(ctx, issue);
  const promiseAt = owner ? defaultPromise(severity, ctx.now, await calendarOf(ctx, null)) : null;
  const state = promiseAt ? 'on it' : 'new';
  await updateIssue(ctx.tx, issue, { state, snoozedUntil: null, promiseAt });
  const recorded = await recordEvent(ctx, issueCase, issue, {
    what: 'woken',
    before: { state: issue.state },
    after: { state, promiseAt: promiseAt?.toISOString() ?? null },
    mentions: owner ? [owner.slackUserId] : await findLeads(ctx, department),
    broadcast: !owner,
  });
  return { ...recorded, due: promiseAt ? [promiseDue.at(id, promiseAt)] : [] };
});
