import type { PressedCase } from '../../../cases/actions.ts';
import { readerOf } from '../../../cases/reader.ts';
import { repliesWith } from '../../../cases/reply-slack.ts';
import type { Form } from '../../../core/declare/form.ts';
import type { Context } from '../../../core/runtime/context.ts';
import { demandPermission } from '../../../core/runtime/operation.ts';
import type { Message, Reply } from '../../../core/tokens/reply.ts';
import { asking, type FormView } from '../../../core/tokens/reply.ts';
import { openIssue, type openToNote } from '../issue/get.ts';
import type { Issue } from '../issue/model.ts';
import { pressInstead } from './form-views.ts';
import { readExtras } from './read-extras.ts';
import { ownCard } from './views.ts';

export type { PressedCase as Pressed };

/** The private card of an issue. */
export async function own(ctx: Context, wanted: { id: string } | { number: number }): Promise<Message> {
  const { issue, events } = await openIssue.call(ctx, wanted);
  const { actor } = ctx;
  const me = actor.kind === 'person' ? actor.slackUserId : null;
  return ownCard(issue, events, readerOf(ctx), await readExtras.call(ctx, issue), me);
}

export const { afterClick, afterForm } = repliesWith(own);

/** Opens a form about one issue. */
export async function opening<Values>(
  ctx: Context,
  form: Form<PressedCase, Values>,
  open: typeof openToNote,
  pressed: PressedCase,
  view: (issue: Issue) => FormView,
): Promise<Reply> {
  // First, so that a refusal names the form's act.
  await demandPermission(ctx, form.permission);
  const issue = await open.call(ctx, { id: pressed.id });
  return asking(form.open(pressed, view(issue)), pressInstead(issue));
}
