import { readerOf } from '../../../cases/reader.ts';
import { answers } from '../../../core/declare/click.ts';
import { takes } from '../../../core/declare/form.ts';
import { holds } from '../../../core/runtime/actor.ts';
import { asking, privately } from '../../../core/tokens/reply.ts';
import {
  assignAction,
  changeAction,
  doneAction,
  handOverAction,
  noteAction,
  reopenAction,
} from '../issue/actions.ts';
import { openToDirect, openToFinish, openToNote } from '../issue/get.ts';
import { addNote } from '../lifecycle/add-note.ts';
import { assignIssue } from '../lifecycle/assign.ts';
import { changeIssue } from '../lifecycle/change.ts';
import { handOver, openToHandOver } from '../lifecycle/hand-over.ts';
import { raiseIssue } from '../lifecycle/raise.ts';
import { reopenIssue } from '../lifecycle/reopen.ts';
import { openToResolve, resolveIssue } from '../lifecycle/resolve.ts';
import { directIssues } from '../permissions.ts';
import {
  assignFormView,
  changeFormView,
  doneFormView,
  handOverFormView,
  noteFormView,
  pressInstead,
  reopenFormView,
} from './form-views.ts';
import { assignForm, changeForm, doneForm, handOverForm, noteForm, raiseForm, reopenForm } from './forms.ts';
import { playbookForms } from './playbook-slack.ts';
import { raisingReply } from './reply-views.ts';
import { reviewForms } from './review-slack.ts';
import { afterForm, opening } from './show-slack.ts';

export const formClicks = [
  answers(changeAction, async (ctx, pressed) => {
    const directs = holds(ctx.actor, directIssues);
    return await opening(ctx, changeForm, openToFinish, pressed, (issue) => changeFormView(issue, directs));
  }),
  answers(assignAction, async (ctx, pressed) => {
    return await opening(ctx, assignForm, openToDirect, pressed, assignFormView);
  }),
  answers(handOverAction, async (ctx, pressed) => {
    return await opening(ctx, handOverForm, openToHandOver, pressed, handOverFormView);
  }),
  answers(doneAction, async (ctx, pressed) => {
    const { issue, steps } = await openToResolve.call(ctx, { id: pressed.id });
    return asking(doneForm.open(pressed, doneFormView(issue, steps)), pressInstead(issue));
  }),
  answers(noteAction, async (ctx, pressed) => {
    return await opening(ctx, noteForm, openToNote, pressed, noteFormView);
  }),
  answers(reopenAction, async (ctx, pressed) => {
    return await opening(ctx, reopenForm, openToDirect, pressed, reopenFormView);
  }),
];

export const forms = [
  takes(changeForm, async (ctx, pressed, values) => {
    await changeIssue.call(ctx, { id: pressed.id, ...values });
    return await afterForm(ctx, pressed);
  }),
  ...playbookForms,
  ...reviewForms,
  takes(raiseForm, async (ctx, { source, link }, values) => {
    const links = link ? [link] : [];
    const wish = { ...values, links, source, alike: 'offer' } as const;
    return privately(raisingReply(await raiseIssue.call(ctx, wish), readerOf(ctx)));
  }),
  takes(assignForm, async (ctx, pressed, { person }) => {
    await assignIssue.call(ctx, { id: pressed.id, slackUserId: person });
    return await afterForm(ctx, pressed);
  }),
  takes(handOverForm, async (ctx, pressed, { person }) => {
    await handOver.call(ctx, { id: pressed.id, slackUserId: person });
    return await afterForm(ctx, pressed);
  }),
  takes(doneForm, async (ctx, pressed, values) => {
    await resolveIssue.call(ctx, { id: pressed.id, ...values });
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
