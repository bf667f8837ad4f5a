import type { Context } from '../../core/context.ts';
import { answers } from '../../core/feature.ts';
import { type Form, takes } from '../../core/form.ts';
import { asking, type FormView, privately } from '../../core/reply.ts';
import { assignAction, doneAction, noteAction, type On, reopenAction } from './actions.ts';
import { assignIssue } from './assign.ts';
import { finishIssue } from './done.ts';
import { assignFormView, doneFormView, noteFormView, pressInstead, reopenFormView } from './form-views.ts';
import { assignForm, doneForm, noteForm, raiseForm, reopenForm } from './forms.ts';
import { openToDirect, openToFinish, openToNote } from './get.ts';
import { addNote } from './note.ts';
import { raise } from './raise.ts';
import { reopenIssue } from './reopen.ts';
import { raisedReply } from './reply-views.ts';
import type { Issue } from './rules.ts';
import { afterForm } from './show-slack.ts';

type Pressed = { readonly id: string; readonly on: On };

/** Opens a form about one issue, as it is now. */
async function opening<Values>(
  ctx: Context,
  form: Form<Pressed, Values>,
  open: typeof openToNote,
  pressed: Pressed,
  view: (issue: Issue) => FormView,
) {
  const issue = await open.call(ctx, { id: pressed.id });
  return asking(form.open(pressed, view(issue)), pressInstead(issue));
}

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
