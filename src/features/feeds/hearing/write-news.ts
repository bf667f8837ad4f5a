import type { MutationContext } from '../../../core/runtime/context.ts';
import { latest } from '../../../core/time/spans.ts';
import type { Due } from '../../../core/tokens/due.ts';
import type { locations } from '../../locations/index.ts';
import { addToHours, forgetHours } from '../feed/hour-store.ts';
import { type Feed, historyBegins } from '../feed/model.ts';
import { updateFeed } from '../feed/store.ts';
import { endSilence } from '../silence/end.ts';
import { awaited } from '../silence/expect.ts';
import { newsByHour } from './arrival-rules.ts';
import type { Arrival } from './model.ts';

/** Writes what came of a feed that this transaction has locked. `isFirst`: nothing came before. */
export async function writeNews(
  ctx: MutationContext,
  feed: Feed,
  arrivals: readonly Arrival[],
  { places, isFirst }: { readonly places: Awaited<ReturnType<typeof locations>>; readonly isFirst: boolean },
): Promise<Due> {
  const { id } = feed;
  const lastHeardAt = latest(feed.lastHeardAt, ...arrivals.map(({ at }) => at)) ?? feed.lastHeardAt;
  const coversUntil = latest(
    feed.coversUntil,
    // A clock that is ahead of ours tells of nothing that is still to come.
    ...arrivals.map(
      ({ coversUntil, at }) => coversUntil && new Date(Math.min(coversUntil.getTime(), at.getTime())),
    ),
  );
  await updateFeed(ctx.tx, id, { lastHeardAt, coversUntil, writtenAt: ctx.now });
  await addToHours(ctx.tx, id, newsByHour(arrivals, isFirst ? null : feed.lastHeardAt));
  await forgetHours(ctx.tx, id, historyBegins(ctx.now));
  if (feed.silentSince) await endSilence.call(ctx, { id, heard: lastHeardAt });
  return await awaited(ctx, { ...feed, lastHeardAt, coversUntil, silentSince: null }, places);
}
