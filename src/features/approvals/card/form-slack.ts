import { answers } from '../../../core/declare/click.ts';
import { type Form, takes } from '../../../core/declare/form.ts';
import type { Shortcut } from '../../../core/declare/shortcut.ts';
import type { Context } from '../../../core/runtime/context.ts';
import { asking, type FormView, privately, type Reply } from '../../../core/tokens/reply.ts';
import { requestFreeForm } from '../asking/request-free-form.ts';
import { override } from '../voting/override.ts';
import { answerQuestion, askQuestion } from '../voting/question.ts';
import { vote } from '../voting/vote.ts';
import { answerAction, askAction, questionAction, rejectAction } from './actions.ts';
import {
  answerFormView,
  askFormView,
  askInstead,
  overrideFormView,
  pressInstead,
  questionFormView,
  rejectFormView,
} from './form-views.ts';
import { answerForm, askForm, overrideForm, questionForm, rejectForm } from './forms.ts';
import type { ShownApproval } from './model.ts';
import { openToAnswer, openToAsk, openToDecide, openToOverride } from './open-form.ts';
import { askedReply } from './reply-views.ts';
import { afterForm } from './show-slack.ts';

/** Opens a form about a request as it is now. */
async function opening<Carried extends { readonly id: string; readonly round?: number }, Values>(
  ctx: Context,
  form: Form<Carried, Values>,
  open: typeof openToDecide,
  pressed: Carried,
  view: (shown: ShownApproval) => FormView,
): Promise<Reply> {
  const { id, round } = pressed;
  const shown = await open.call(ctx, { id, ...(round !== undefined && { round }) });
  return asking(form.open(pressed, view(shown)), pressInstead(shown));
}

/** Opens the form of a free-form request. */
export function openAskForm(ctx: Context, what: string): Reply {
  return asking(askForm.open({}, askFormView(what, ctx.workspace.currency)), askInstead());
}

export async function openOverrideForm(
  ctx: Context,
  pressed: { readonly id: string; readonly round: number; readonly on: 'card' | 'own' },
): Promise<Reply> {
  return await opening(ctx, overrideForm, openToOverride, pressed, overrideFormView);
}

export const formClicks = [
  answers(askAction, async (ctx) => openAskForm(ctx, '')),
  answers(rejectAction, async (ctx, pressed) =>
    opening(ctx, rejectForm, openToDecide, pressed, rejectFormView),
  ),
  answers(questionAction, async (ctx, pressed) =>
    opening(ctx, questionForm, openToAsk, pressed, questionFormView),
  ),
  answers(answerAction, async (ctx, pressed) =>
    opening(ctx, answerForm, openToAnswer, pressed, answerFormView),
  ),
];

export const forms = [
  takes(askForm, async (ctx, _, values) => privately(askedReply(await requestFreeForm.call(ctx, values)))),
  takes(rejectForm, async (ctx, { id, round, on }, { reason }) => {
    await vote.call(ctx, { id, round, choice: 'reject', reason });
    return await afterForm(ctx, { id, on });
  }),
  takes(questionForm, async (ctx, pressed, { text }) => {
    await askQuestion.call(ctx, { id: pressed.id, text });
    return await afterForm(ctx, pressed);
  }),
  takes(answerForm, async (ctx, pressed, { text }) => {
    await answerQuestion.call(ctx, { id: pressed.id, text });
    return await afterForm(ctx, pressed);
  }),
  takes(overrideForm, async (ctx, { id, round, on }, { reason }) => {
    await override.call(ctx, { id, round, reason });
    return await afterForm(ctx, { id, on });
  }),
];

export const shortcuts: readonly Shortcut[] = [
  {
    id: 'approvals.ask-here',
    title: 'Request approval',
    summary: 'Ask for a yes in your own words, and see what comes of it',
    on: 'anywhere',
    answer: async (ctx) => openAskForm(ctx, ''),
  },
];
