import { z } from 'zod';
import { mutation } from '../../../core/runtime/operation.ts';
import { asSystem } from '../../../core/runtime/system.ts';
import { momentFor } from '../../../core/time/reader.ts';
import { secondsWords } from '../../../core/time/spans.ts';
import { raiseIssue } from '../../issues/index.ts';
import { locations } from '../../locations/index.ts';
import { adminAccounts } from '../../people/index.ts';
import { rhythmOf } from '../feed/hour-store.ts';
import { type Feed, historyBegins, matterOf } from '../feed/model.ts';
import { kindOf, nameOf, sourceOf } from '../feed/names.ts';
import { longestQuiet, usualGap } from '../feed/rhythm-rules.ts';
import { holdFeed, updateFeed } from '../feed/store.ts';
import { keepFeeds } from '../permissions.ts';

/** A feed that has just fallen silent. */
export interface Fallen {
  readonly feed: Feed;
  /** Null: nobody is there whom an issue could be shown. */
  readonly issue: string | null;
}

/** Notes that a feed has been quiet for too long, and raises the one issue about it. Null: it was known. */
export const beginSilence = mutation({
  name: 'feeds.fall-silent',
  permission: keepFeeds,
  input: z.object({ id: z.uuid() }),
  async run(ctx, { id }) {
    const feed = await holdFeed(ctx.tx, id);
    if (!feed?.watched || feed.silentSince) return { result: null, changes: [] };
    const since = feed.lastHeardAt;
    await updateFeed(ctx.tx, id, { silentSince: since });
    const { tx, workspace, now } = ctx;
    const location = (await locations(tx)).find((one) => one.id === feed.location) ?? null;
    const timeZone = location?.timeZone ?? workspace.timeZone;
    const history = { hours: await rhythmOf(tx, id, historyBegins(now)), timeZone };
    const usual = secondsWords(usualGap(history, since));
    const most = secondsWords(longestQuiet({ ...feed, ...history }));
    const reader = { now, timeZone, lasting: true } as const;
    const [otherwise = null] = await adminAccounts(tx);
    const name = nameOf(feed, location?.name ?? null);
    const raised = otherwise
      ? await raiseIssue.call(asSystem(ctx, 'feeds'), {
          title: `No ${name}, since ${momentFor(since, reader)}`,
          details: [
            `At this hour something usually comes every ${usual}; after ${most} without anything it is too long.`,
            `Whoever sends ${kindOf(feed)} from ${sourceOf(feed)} knows why. Until they come, what depends on them rests and says so.`,
            '`/ops feeds` shows all feeds. This issue ends by itself when it is heard again.',
          ].join(' '),
          kind: 'system',
          severity: 'normal',
          links: location ? [{ what: 'location', ref: location.id, label: location.name, url: null }] : [],
          source: 'feeds',
          matter: matterOf(id),
          otherwise,
        })
      : null;
    const result: Fallen = { feed: { ...feed, silentSince: since }, issue: raised?.issue.id ?? null };
    const change = {
      subject: { kind: 'feed', id },
      before: { silentSince: null },
      after: { silentSince: since.toISOString() },
    };
    return { result, changes: [change] };
  },
});
