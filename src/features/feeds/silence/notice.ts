import { actsTogether, type DueOutcome } from '../../../core/declare/due.ts';
import type { MutationContext } from '../../../core/runtime/context.ts';
import { locations } from '../../locations/index.ts';
import { silenceDue } from '../feed/due.ts';
import type { Feed } from '../feed/model.ts';
import { findFeed, holdFreeFeeds } from '../feed/store.ts';
import { beginSilence } from './begin.ts';
import { type Places, silenceBegins } from './expect.ts';

/** Looks whether feeds have been quiet for too long; their past has moved on since that was last reckoned. */
export const noticeSilence = actsTogether(silenceDue, async (ctx, pieces) => {
  const free = await holdFreeFeeds(
    ctx.tx,
    pieces.map(({ subject }) => subject),
  );
  const places = await locations(ctx.tx);
  const outcomes = new Map<string, DueOutcome>();
  for (const { subject: id, correlationId } of pieces) {
    const feed = free.get(id);
    // Whoever has locked it brings news, or is gone in a moment.
    const next = feed
      ? await look({ ...ctx, correlationId }, feed, places)
      : (await findFeed(ctx.tx, id)) && ctx.now;
    outcomes.set(id, { changes: [], next });
  }
  return outcomes;
});

/** When to look again. */
async function look(ctx: MutationContext, feed: Feed, places: Places): Promise<Date | null> {
  const from = feed.silentSince ? null : await silenceBegins(ctx, feed, places);
  if (from !== null && from > ctx.now) return from;
  if (from !== null) await beginSilence.call(ctx, { id: feed.id });
  return null;
}
