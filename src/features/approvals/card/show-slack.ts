import type { Context } from '../../../core/runtime/context.ts';
import { type Message, onCard, privately, type Reply, replacing } from '../../../core/tokens/reply.ts';
import type { On } from './actions.ts';
import { openApproval } from './get.ts';
import { ownCard } from './views.ts';
import type { Reading } from './words-views.ts';

type Pressed = { readonly id: string; readonly on: On };

export function readingOf(ctx: Context): Reading {
  return { now: ctx.now, timeZone: ctx.actor.timeZone };
}

/** For cards and lines, which stand for days. */
export function lastingReadingOf(ctx: Context): Reading {
  return { ...readingOf(ctx), lasting: true };
}

/** The request for the one who asks, as it is now. */
export async function own(ctx: Context, wanted: { id: string } | { number: number }): Promise<Message> {
  const { shown, events } = await openApproval.call(ctx, wanted);
  return ownCard(shown, events, readingOf(ctx));
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
