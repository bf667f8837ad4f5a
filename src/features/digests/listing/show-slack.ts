import { readerOf } from '../../../cases/reader.ts';
import type { Context } from '../../../core/runtime/context.ts';
import type { Message } from '../../../core/tokens/reply.ts';
import { toldBy } from '../digest/told.ts';
import { getOffered } from '../ready/get.ts';
import { getDigest, getDigests, getHistory } from './get.ts';
import { digestCard, digestList, historyMessage } from './views.ts';

/** One digest; `said`: what was just done about it. */
export async function cardFor(ctx: Context, id: string, said: string | null = null): Promise<Message> {
  const listed = await getDigest.call(ctx, { id });
  return digestCard(listed, toldBy(ctx, listed.digest), readerOf(ctx), said);
}

export async function listFor(ctx: Context): Promise<Message> {
  return digestList(await getDigests.call(ctx, {}), await getOffered.call(ctx, {}), readerOf(ctx));
}

export async function historyFor(ctx: Context, id: string): Promise<Message> {
  return historyMessage(await getHistory.call(ctx, { id }), readerOf(ctx));
}
