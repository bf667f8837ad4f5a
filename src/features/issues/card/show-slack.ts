import type { Form } from '../../../core/declare/form.ts';
import type { Context } from '../../../core/runtime/context.ts';
import type { Message, Reply } from '../../../core/tokens/reply.ts';
import { asking, type FormView, onCard, privately, replacing } from '../../../core/tokens/reply.ts';
import type { On } from '../issue/actions.ts';
import { openIssue, type openToNote } from '../issue/get.ts';
import type { Issue } from '../issue/model.ts';
import type { Reading } from '../issue/words-views.ts';
import { aboutIssue } from './about.ts';
import { pressInstead } from './form-views.ts';
import { ownCard } from './views.ts';

export type Pressed = { readonly id: string; readonly on: On };

export function readingOf(ctx: Context): Reading {
  return { now: ctx.now, timeZone: ctx.actor.timeZone };
}

/** For cards and lines, which stand for days. */
export function lastingReadingOf(ctx: Context): Reading {
  return { ...readingOf(ctx), lasting: true };
}

/** The issue for the one who asks, as it is now. */
export async function own(ctx: Context, wanted: { id: string } | { number: number }): Promise<Message> {
  const { issue, events } = await openIssue.call(ctx, wanted);
  return ownCard(issue, events, readingOf(ctx), await aboutIssue.call(ctx, issue));
}

/** The living card follows by itself; an answer that only one person sees is drawn anew in its place. */
export async function afterClick(ctx: Context, { id, on }: Pressed): Promise<Reply> {
  const card = await own(ctx, { id });
  return on === 'card' ? onCard(card) : replacing(card);
}

/** A form cannot reach the answer that it was opened from: what became of it is a new one. */
export async function afterForm(ctx: Context, { id, on }: Pressed): Promise<Reply> {
  const card = await own(ctx, { id });
  return on === 'card' ? onCard(card) : privately(card);
}

/** Opens a form about one issue, as it is now. */
export async function opening<Values>(
  ctx: Context,
  form: Form<Pressed, Values>,
  open: typeof openToNote,
  pressed: Pressed,
  view: (issue: Issue) => FormView,
): Promise<Reply> {
  const issue = await open.call(ctx, { id: pressed.id });
  return asking(form.open(pressed, view(issue)), pressInstead(issue));
}
