import { z } from 'zod';
import { mutation } from '../../../core/runtime/operation.ts';
import { cut } from '../../../core/text/clean.ts';
import { addToHours } from '../feed/hour-store.ts';
import { hourOf } from '../feed/model.ts';
import { holdFeed, listFeeds, updateFeed } from '../feed/store.ts';
import { keepFeeds } from '../permissions.ts';

const longestReason = 300;

/**
 * Notes that what came of these kinds could not be taken. It counts at the feeds of that source which were heard before:
 * whose location it was about, an unreadable file does not tell. Where there are none, nobody waits for it yet.
 */
export const noteFailure = mutation({
  name: 'feeds.note-failure',
  permission: keepFeeds,
  input: z.object({
    sources: z.array(z.object({ kind: z.string(), source: z.string() })),
    reason: z.string().min(1),
  }),
  async run(ctx, { sources, reason }) {
    const failed = (await listFeeds(ctx.tx)).filter(({ kind, source }) =>
      sources.some((one) => one.kind === kind && one.source === source),
    );
    const hour = { hour: hourOf(ctx.now), arrivals: 0, failures: 1, longestGap: 0, gaps: {}, lags: {} };
    for (const { id } of failed.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
      if (!(await holdFeed(ctx.tx, id))) continue;
      await updateFeed(ctx.tx, id, { lastFailedAt: ctx.now, lastFailure: cut(reason, longestReason) });
      await addToHours(ctx.tx, id, [hour]);
    }
    return { result: failed.length, changes: [] };
  },
});
