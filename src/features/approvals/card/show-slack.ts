import { readerOf } from '../../../cases/reader.ts';
import { repliesWith } from '../../../cases/reply-slack.ts';
import type { Context } from '../../../core/runtime/context.ts';
import type { Message } from '../../../core/tokens/reply.ts';
import { openApproval } from './get.ts';
import { ownCard } from './views.ts';

/** Draws the request as it is now, for the actor alone. */
export async function drawOwnCard(
  ctx: Context,
  wanted: { id: string } | { number: number },
): Promise<Message> {
  const { shown, events } = await openApproval.call(ctx, wanted);
  return ownCard(shown, events, readerOf(ctx));
}

export const { afterClick, afterForm } = repliesWith(drawOwnCard);
