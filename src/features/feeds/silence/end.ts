import { z } from 'zod';
import { mutation } from '../../../core/runtime/operation.ts';
import { asSystem } from '../../../core/runtime/system.ts';
import { momentFor } from '../../../core/time/reader.ts';
import { duration } from '../../../core/time/spans.ts';
import { resolveMatter } from '../../issues/index.ts';
import { type Feed, matterOf } from '../feed/model.ts';
import { holdFeed, updateFeed } from '../feed/store.ts';
import { keepFeeds } from '../permissions.ts';

/** Ends a silence and the issue about it. Null: it was not silent. */
export const endSilence = mutation({
  name: 'feeds.recover',
  permission: keepFeeds,
  /** `heard`: when it came again; null: it no longer counts as silence, which `note` explains. */
  input: z.object({ id: z.uuid(), heard: z.date().nullable(), note: z.string().nullable().default(null) }),
  async run(ctx, { id, heard, note: said }) {
    const feed = await holdFeed(ctx.tx, id);
    if (!feed?.silentSince) return { result: null, changes: [] };
    await updateFeed(ctx.tx, id, { silentSince: null });
    const { now, workspace } = ctx;
    const reader = { now, timeZone: workspace.timeZone, lasting: true } as const;
    const again =
      heard && `Heard again ${momentFor(heard, reader)}, after ${duration(feed.silentSince, heard)}.`;
    await resolveMatter.call(asSystem(ctx, 'feeds'), {
      matter: matterOf(id),
      code: heard ? 'fixed' : 'false alarm',
      note: again ?? said,
    });
    const result: Feed = { ...feed, silentSince: null };
    const change = {
      subject: { kind: 'feed', id },
      before: { silentSince: feed.silentSince.toISOString() },
      after: { silentSince: null },
    };
    return { result, changes: [change] };
  },
});
