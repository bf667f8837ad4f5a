import { z } from 'zod';
import { mutation } from '../../core/runtime/operation.ts';
import { daysBefore, heldMs, mostTries, pictureDays, type Shown } from './model.ts';
import { drawnChart } from './notifications.ts';
import { drawCharts } from './permissions.ts';
import { findPicture, holdPicture, noteUpload } from './picture-store.ts';
import { countTry, holdRequest, type Ready, readyAll } from './store.ts';

/**
 * Takes a picture in hand. Null: there is nothing to draw for this request, because its picture is there, another draws
 * it and posts to all who wait for it, or it is over.
 */
export const beginPicture = mutation({
  name: 'charts.begin',
  permission: drawCharts,
  input: z.object({ id: z.uuid() }),
  async run(ctx, { id }) {
    const { tx, now } = ctx;
    const request = await holdRequest(tx, id);
    if (request?.state !== 'waiting') return { result: null, changes: [] };
    const { contentHash, chart } = request;
    const since = daysBefore(now, pictureDays);
    const until = new Date(now.getTime() + heldMs);
    if (await holdPicture(tx, { contentHash, by: id, until, now, since })) {
      const attempts = request.attempts + 1;
      await countTry(tx, id);
      return {
        result: { contentHash, chart, isOver: attempts > mostTries, isLast: attempts >= mostTries },
        changes: [],
      };
    }
    const slackFile = await findPicture(tx, contentHash, since);
    if (slackFile === null) return { result: null, changes: [] };
    const ready = await readyAll(tx, contentHash, { as: 'picture', slackFile });
    return { result: null, changes: [], notifications: ready.map(posted) };
  },
});

/** The picture is among Slack's files: everybody who waits for it gets it. */
export const noteUploaded = mutation({
  name: 'charts.uploaded',
  permission: drawCharts,
  input: z.object({ contentHash: z.string(), slackFile: z.string() }),
  async run({ tx, now }, { contentHash, slackFile }) {
    await noteUpload(tx, contentHash, slackFile, now);
    const ready = await readyAll(tx, contentHash, { as: 'picture', slackFile });
    return { result: null, changes: changesOf(ready, 'picture'), notifications: ready.map(posted) };
  },
});

/** There will be no picture: whoever waits for it gets the words and the figures. */
export const giveUpPicture = mutation({
  name: 'charts.give-up',
  permission: drawCharts,
  input: z.object({ contentHash: z.string(), reason: z.string() }),
  async run({ tx, now }, { contentHash, reason }) {
    await noteUpload(tx, contentHash, null, now);
    const ready = await readyAll(tx, contentHash, { as: 'words', reason });
    return { result: null, changes: changesOf(ready, 'words'), notifications: ready.map(posted) };
  },
});

const posted = ({ id, slackUserId, posts }: Ready) =>
  drawnChart.about(`${id}/${posts}`, slackUserId, { request: id, post: posts });

const changesOf = (ready: readonly Ready[], shown: Shown['as']) =>
  ready.map(({ id }) => ({ subject: { kind: 'chart', id }, before: null, after: { shown } }));
