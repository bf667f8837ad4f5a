import { answers } from '../../core/feature.ts';
import { takes } from '../../core/form.ts';
import { privately } from '../../core/reply.ts';
import { assignAction, doneAction, noteAction, reopenAction } from './actions.ts';
import { afterForms } from './after-slack.ts';
import { assignIssue } from './assign.ts';
import { finishIssue } from './done.ts';
import { assignFormView, doneFormView, noteFormView, reopenFormView } from './form-views.ts';
import { assignForm, doneForm, noteForm, raiseForm, reopenForm } from './forms.ts';
import { openToDirect, openToFinish, openToNote } from './get.ts';
import { addNote } from './note.ts';
import { playbookForms } from './playbook-slack.ts';
import { raise } from './raise.ts';
import { reopenIssue } from './reopen.ts';
import { raisedReply } from './reply-views.ts';
import { afterForm, opening } from './show-slack.ts';

export const formClicks = [
  answers(assignAction, async (ctx, pressed) => {
    return await opening(ctx, assignForm, openToDirect, pressed, assignFormView);
  }),
  answers(doneAction, async (ctx, pressed) => {
    return await opening(ctx, doneForm, openToFinish, pressed, doneFormView);
  }),
  answers(noteAction, async (ctx, pressed) => {
    return await opening(ctx, noteForm, openToNote, pressed, noteFormView);
  }),
  answers(reopenAction, async (ctx, pressed) => {
    return await opening(ctx, reopenForm, openToDirect, pressed, reopenFormView);
  }),
];

export const forms = [
  ...playbookForms,
  ...afterForms,
  takes(raiseForm, async (ctx, { source, link }, values) => {
    const links = link ? [link] : [];
    const { issue, raised } = await raise.call(ctx, { ...values, links, source });
    return privately(raisedReply(issue, raised));
  }),
  takes(assignForm, async (ctx, pressed, { person }) => {
    await assignIssue.call(ctx, { id: pressed.id, slackUserId: person });
    return await afterForm(ctx, pressed);
  }),
  takes(doneForm, async (ctx, pressed, values) => {
    await finishIssue.call(ctx, { id: pressed.id, ...values });
    return await afterForm(ctx, pressed);
  }),
  takes(noteForm, async (ctx, pressed, { text }) => {
    await addNote.call(ctx, { id: pressed.id, text });
    return await afterForm(ctx, pressed);
  }),
  takes(reopenForm, async (ctx, pressed, { why }) => {
    await reopenIssue.call(ctx, { id: pressed.id, why });
    return await afterForm(ctx, pressed);
  }),
];
