import { answers } from '../../../core/declare/click.ts';
import { takes } from '../../../core/declare/form.ts';
import type { BulkHandler } from '../../../core/declare/lists/bulk.ts';
import { asking } from '../../../core/tokens/reply.ts';
import { nameAssignee } from '../../issues/index.ts';
import { starting } from '../start-slack.ts';
import { assignIssuesAction, finishIssuesAction, takeIssuesAction } from './actions.ts';
import { assignIssues, assigning, finishIssues, finishing, takeIssues, taking } from './acts.ts';
import { assignView, finishView, pressThere } from './form-views.ts';
import { assignForm, finishForm } from './forms.ts';

/** What can be done with all issues of a list. */
export const issueBulks: readonly BulkHandler[] = [
  { ...taking, label: 'I’m on all of them', press: takeIssuesAction },
  { ...assigning, label: 'Assign', press: assignIssuesAction },
  { ...finishing, label: 'Done', press: finishIssuesAction },
];

export const issueClicks = [
  answers(
    takeIssuesAction,
    async (ctx, { selection }) => await starting(ctx, selection, takeIssues.with({})),
  ),
  answers(finishIssuesAction, async (_, pressed) =>
    asking(finishForm.open(pressed, finishView(pressed.count)), pressThere()),
  ),
  answers(assignIssuesAction, async (_, pressed) =>
    asking(assignForm.open(pressed, assignView(pressed.count)), pressThere()),
  ),
];

export const issueForms = [
  takes(
    finishForm,
    async (ctx, { selection }, ending) =>
      await starting(ctx, selection, finishIssues.with(finishIssues.params.parse(ending))),
  ),
  takes(assignForm, async (ctx, { selection }, { person }) => {
    const name = await nameAssignee.call(ctx, { slackUserId: person });
    return await starting(ctx, selection, assignIssues.with({ slackUserId: person, name }));
  }),
];
