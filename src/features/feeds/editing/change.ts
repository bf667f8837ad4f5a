import { z } from 'zod';
import type { QueryContext } from '../../../core/runtime/context.ts';
import { mutation, query } from '../../../core/runtime/operation.ts';
import { Refusal } from '../../../core/runtime/refusal.ts';
import { asSystem } from '../../../core/runtime/system.ts';
import { locations } from '../../locations/index.ts';
import { silenceDue } from '../feed/due.ts';
import type { Feed } from '../feed/model.ts';
import { findFeed, holdFeed, updateFeed } from '../feed/store.ts';
import { changeFeeds } from '../permissions.ts';
import { endSilence } from '../silence/end.ts';
import { silenceBegins } from '../silence/expect.ts';
import { feedDraft } from './draft-model.ts';
import type { ChosenFeed } from './model.ts';

/** A feed, for the form that changes it. */
export const getFeed = query({
  name: 'feeds.open-to-change',
  permission: changeFeeds,
  input: z.object({ id: z.uuid() }),
  run: async (ctx, { id }): Promise<ChosenFeed> => await chosen(ctx, await findFeed(ctx.scope, id)),
});

/** Says whether a feed's silence is told, and how much quiet is none. What is no silence any more ends. */
export const changeFeed = mutation({
  name: 'feeds.change',
  permission: changeFeeds,
  input: feedDraft.extend({ id: z.uuid() }),
  async run(ctx, { id, minGap, ...draft }) {
    const before = await holdFeed(ctx.tx, id);
    const { location } = await chosen(ctx, before);
    const feed = { ...(before as Feed), watched: draft.watched === 'yes', minGap };
    const begins = await silenceBegins(ctx, feed, await locations(ctx.tx));
    if (!feed.watched || begins === null || begins > ctx.now) {
      const note = feed.watched ? 'So much quiet is no silence any more.' : 'Nobody waits for it any more.';
      await endSilence.call(asSystem(ctx, 'feeds'), { id, heard: null, note });
    }
    await updateFeed(ctx.tx, id, { watched: feed.watched, minGap });
    const told = ({ watched, minGap }: Feed) => ({ watched, minGap });
    const same = JSON.stringify(told(feed)) === JSON.stringify(told(before as Feed));
    const result: ChosenFeed = { feed, location };
    return {
      result,
      changes: same
        ? []
        : [{ subject: { kind: 'feed', id }, before: told(before as Feed), after: told(feed) }],
      due: [begins === null ? silenceDue.never(id) : silenceDue.at(id, begins)],
    };
  },
});

async function chosen({ scope }: QueryContext, feed: Feed | null): Promise<ChosenFeed> {
  if (!feed) throw new Refusal('not-found', 'There is no such feed.', { next: '`/ops feeds` lists all.' });
  const location = (await locations(scope)).find(({ id }) => id === feed.location);
  return { feed, location: location?.name ?? null };
}
