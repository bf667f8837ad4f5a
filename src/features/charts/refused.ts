import { z } from 'zod';
import { mutation, query } from '../../core/runtime/operation.ts';
import { drawJob } from './job.ts';
import { mostLost, type Shown } from './model.ts';
import { drawnChart } from './notifications.ts';
import { askForCharts, drawCharts } from './permissions.ts';
import { forgetFile, noteRefusal } from './picture-store.ts';
import { changePost, findRequest, holdRequest } from './store.ts';

const post = z.object({ request: z.uuid(), post: z.int() });

/** A chart as it is posted; null: that post is not needed any more. */
export const getChart = query({
  name: 'charts.get',
  permission: drawCharts,
  input: post,
  async run(ctx, { request, post: number }) {
    const found = await findRequest(ctx.scope, request);
    if (!found?.shown || found.posts !== number) return null;
    const { chart, shown, permission, slackUserId } = found;
    return { chart, shown, permission: permission ?? askForCharts, slackUserId };
  },
});

/**
 * Slack refused what a message of a chart is made of: a chart of its own that this workspace does not have, or a file
 * that is gone. Another way is found, in a message of its own. False: there is none left.
 */
export const changeRefused = mutation({
  name: 'charts.refused',
  permission: drawCharts,
  input: post,
  async run(ctx, { request, post: number }) {
    const { tx, now } = ctx;
    const found = await holdRequest(tx, request);
    // Another sender was told the same before.
    if (!found?.shown || found.posts !== number) return { result: true, changes: [] };
    const { id, shown, slackUserId } = found;
    if (shown.as === 'words') return { result: false, changes: [] };
    if (shown.as === 'native') await noteRefusal(tx, now);
    else await forgetFile(tx, found.contentHash, shown.slackFile);
    const next: Shown | null =
      shown.as === 'picture' && number > mostLost
        ? { as: 'words', reason: 'Slack does not show the picture that I gave it.' }
        : null;
    await changePost(tx, id, next);
    const to = { request, post: number + 1 };
    return {
      result: true,
      changes: [
        { subject: { kind: 'chart', id }, before: { shown: shown.as }, after: { shown: next?.as ?? null } },
      ],
      ...(next
        ? { notifications: [drawnChart.about(`${id}/${number + 1}`, slackUserId, to)] }
        : { jobs: [drawJob.with({ id })] }),
    };
  },
});
