import { after } from '../../../core/declare/follow.ts';
import { asSystem } from '../../../core/runtime/system.ts';
import type { Due } from '../../../core/tokens/due.ts';
import { closeLocation, locations } from '../../locations/index.ts';
import { holdFeed, listFeeds } from '../feed/store.ts';
import { endSilence } from './end.ts';
import { awaited } from './expect.ts';

/** Nobody waits for what a closed location tells; one that is used again is waited for. */
export const followLocations = after(closeLocation, {
  name: 'feeds.follow-location',
  async follow(ctx, { code }) {
    const places = await locations(ctx.tx);
    const location = places.find((one) => one.code === code);
    const feeds = (await listFeeds(ctx.tx)).filter((feed) => feed.location === location?.id);
    const due: Due[] = [];
    for (const { id } of feeds.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
      const feed = await holdFeed(ctx.tx, id);
      if (!feed) continue;
      if (!location?.active) {
        const note = 'Its location is no longer in use.';
        await endSilence.call(asSystem(ctx, 'feeds'), { id, heard: null, note });
      }
      due.push(await awaited(ctx, feed, places));
    }
    return { changes: [], due };
  },
});
