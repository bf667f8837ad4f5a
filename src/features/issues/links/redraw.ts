import { z } from 'zod';
import type { MutationContext } from '../../../core/runtime/context.ts';
import { mutation } from '../../../core/runtime/operation.ts';
import { cleanName, cut, cutAtWord } from '../../../core/text/clean.ts';
import { issueCase } from '../issue/case.ts';
import { issueFacts } from '../issue/facts-model.ts';
import { type Issue, maxText, maxTitle } from '../issue/model.ts';
import { findIssue, holdMatter, updateIssue } from '../issue/store.ts';
import { keepIssues } from '../permissions.ts';

/**
 * Draws the cards of an issue anew: what it is about stands otherwise now. It is no event, and nobody is told. Whoever calls
 * it often keeps to the pace at which people read.
 */
export const redrawIssue = mutation({
  name: 'issues.redraw',
  permission: keepIssues,
  input: z.object({ id: z.uuid() }),
  async run(ctx, { id }) {
    const issue = await findIssue(ctx.tx, id);
    return { result: null, changes: [], notifications: issue ? cardsOf(issue) : [] };
  },
});

/**
 * Says anew what the open issue of a matter is about, for the feature that raised it: what was written when it was raised is
 * no longer so. It is no event either, and nobody is told. Null: the matter has no open issue.
 */
export const retellMatter = mutation({
  name: 'issues.retell-matter',
  permission: keepIssues,
  input: z.object({ matter: z.string().max(200), title: z.string().min(1), details: z.string() }),
  async run(ctx, { matter, title, details }) {
    const issue = await holdMatter(ctx.tx, matter);
    if (!issue) return { result: null, changes: [] };
    return { result: issue.number, ...(await retold(ctx, issue, { title, details })) };
  },
});

async function retold(ctx: MutationContext, issue: Issue, told: Pick<Issue, 'title' | 'details'>) {
  const { id, title } = issue;
  const after = {
    title: cutAtWord(cleanName(told.title, told.title.length), maxTitle),
    details: cut(told.details ?? '', maxText),
  };
  const notifications = cardsOf(issue);
  if (after.title === title && after.details === issue.details) return { changes: [], notifications };
  await updateIssue(ctx.tx, issue, after);
  return {
    changes: [{ subject: { kind: 'issue', id }, before: { title }, after: { title: after.title } }],
    facts: issueFacts.changed([id]),
    notifications,
  };
}

function cardsOf(issue: Issue) {
  const owner = issue.reporter?.active ? { owner: issue.reporter.slackUserId } : {};
  return issueCase.placesOf(issue).cards.map((place) => issueCase.card.about(issue.id, place, {}, owner));
}
