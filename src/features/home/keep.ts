import { z } from 'zod';
import { mutation, query } from '../../core/runtime/operation.ts';
import { keepHomes } from './permissions.ts';
import { keptMs, lookEveryMs, mostAtOnce } from './rules.ts';
import { claimOpen, findFingerprint, findOpenedAt, noteOpened, noteShown } from './store.ts';

const later = (now: Date, ms: number) => new Date(now.getTime() + ms);

/** Notes that somebody opened their Home: it is kept up to date for a while. Run by the system. */
export const openHome = mutation({
  name: 'home.open',
  permission: keepHomes,
  input: z.object({ slackUserId: z.string() }),
  async run(ctx, { slackUserId }) {
    await noteOpened(ctx.tx, slackUserId, ctx.now, later(ctx.now, lookEveryMs));
    return { result: null, changes: [] };
  },
});

/** Claims the Homes that are due for a redraw; each goes to one replica only. Run by the system. */
export const takeOpenHomes = mutation({
  name: 'home.take-open',
  permission: keepHomes,
  input: z.object({}),
  run: async (ctx) => ({
    result: await claimOpen(ctx.tx, {
      openedSince: later(ctx.now, -keptMs),
      now: ctx.now,
      nextLookAt: later(ctx.now, lookEveryMs),
      most: mostAtOnce,
    }),
    changes: [],
  }),
});

/** Whether somebody may be looking at their Home now. Run by the system. */
export const isHomeOpen = query({
  name: 'home.is-open',
  permission: keepHomes,
  input: z.object({ slackUserId: z.string() }),
  async run(ctx, { slackUserId }) {
    const openedAt = await findOpenedAt(ctx.scope, slackUserId);
    return openedAt !== null && openedAt > later(ctx.now, -keptMs);
  },
});

/** Whether the Home that somebody sees differs from this one. Run by the system. */
export const isNews = query({
  name: 'home.is-news',
  permission: keepHomes,
  input: z.object({ slackUserId: z.string(), fingerprint: z.string() }),
  run: async (ctx, { slackUserId, fingerprint }) =>
    (await findFingerprint(ctx.scope, slackUserId)) !== fingerprint,
});

/** Records the Home that Slack has accepted. Run by the system. */
export const noteHome = mutation({
  name: 'home.note',
  permission: keepHomes,
  input: z.object({ slackUserId: z.string(), readAt: z.date(), fingerprint: z.string() }),
  async run(ctx, { slackUserId, readAt, fingerprint }) {
    await noteShown(ctx.tx, slackUserId, readAt, fingerprint);
    return { result: null, changes: [] };
  },
});
