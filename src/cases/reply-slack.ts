import type { Context } from '../core/runtime/context.ts';
import { type Message, onCard, privately, type Reply, replacing } from '../core/tokens/reply.ts';
import type { PressedCase } from './actions.ts';

/** How presses and forms of one kind of case are answered; `draw` draws the case for the one who asks. */
export function repliesWith(draw: (ctx: Context, wanted: { readonly id: string }) => Promise<Message>) {
  return {
    /** The living card follows by itself; an answer that only one person sees is drawn anew in its place. */
    async afterClick(ctx: Context, { id, on }: PressedCase): Promise<Reply> {
      const card = await draw(ctx, { id });
      return on === 'card' ? onCard(card) : replacing(card);
    },
    /** A form cannot reach the answer that it was opened from: the case after it is a new one. */
    async afterForm(ctx: Context, { id, on }: PressedCase): Promise<Reply> {
      const card = await draw(ctx, { id });
      return on === 'card' ? onCard(card) : privately(card);
    },
  };
}
