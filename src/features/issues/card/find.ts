import { type Finder, mostFound } from '../../../core/declare/finder.ts';
import { Refusal } from '../../../core/runtime/refusal.ts';
import { readNumber } from '../../../core/text/case-number.ts';
import { getIssue, getIssues, openIssue } from '../issue/get.ts';
import type { Issue } from '../issue/model.ts';
import { headline, standing, stateWord } from '../issue/words-views.ts';
import { findIssues } from '../list/list.ts';
import { seeIssues } from '../permissions.ts';
import { readExtras } from './read-extras.ts';
import { ownCard } from './views.ts';

/** Finds issues for `/ops`, and describes those that others link to. */
export const finder: Finder = {
  kind: 'issue',
  searches: 'issues',
  permission: seeIssues,
  async find(ctx, text) {
    const number = readNumber(text.trim());
    if (number === null)
      return (await findIssues.call(ctx, { text })).slice(0, mostFound + 1).map((one) => hit(one, false));
    return await openIssue.call(ctx, { number }).then(({ issue }) => [hit(issue, true)], nothing);
  },
  async title(ctx, id) {
    const issue = await getIssue.call(ctx, { id });
    return issue && `Issue ${issue.number} ${issue.title}`;
  },
  async stands(ctx, ids) {
    const issues = await getIssues.call(ctx, { ids: [...ids] });
    return new Map(issues.map((issue) => [issue.id, standing(issue)]));
  },
  async show(ctx, id) {
    const { issue, events } = await openIssue.call(ctx, { id });
    const about = await readExtras.call(ctx, issue);
    return ownCard(issue, events, { now: ctx.now, timeZone: ctx.actor.timeZone }, about);
  },
};

function hit(issue: Issue, exact: boolean) {
  return { kind: 'issue', id: issue.id, title: `${headline(issue)}: ${stateWord(issue)}`, exact };
}

function nothing(error: unknown) {
  if (error instanceof Refusal && error.kind === 'not-found') return [];
  throw error;
}
