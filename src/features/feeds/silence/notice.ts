import type { DueHandler } from '../../../core/declare/due.ts';
import { silenceDue } from '../feed/due.ts';
import { findFeed, holdFreeFeeds } from '../feed/store.ts';
import { beginSilence } from './begin.ts';
import { silenceBegins } from './expect.ts';

/** Looks whether a feed has been quiet for too long; its past has moved on since that was last reckoned. */
export const noticeSilence: DueHandler = {
  kind: silenceDue,
  async act(ctx, id) {
    const feed = (await holdFreeFeeds(ctx.tx, [id])).get(id);
    // Whoever has locked it brings news, or is gone in a moment.
    if (!feed) return { changes: [], next: (await findFeed(ctx.tx, id)) ? ctx.now : null };
    const from = feed.silentSince ? null : await silenceBegins(ctx, feed);
    if (from !== null && from > ctx.now) return { changes: [], next: from };
    if (from !== null) await beginSilence.call(ctx, { id });
    return { changes: [], next: null };
  },
};
