import { z } from 'zod';
import type { Chart } from '../../charts/model.ts';
import { nativeOf } from '../../charts/native.ts';
import { demandPermission, mutation } from '../../core/runtime/operation.ts';
import { Refusal } from '../../core/runtime/refusal.ts';
import type { Permission } from '../../core/tokens/permission.ts';
import { drawJob } from './job.ts';
import {
  daysBefore,
  mostOfAll,
  mostOfOne,
  pictureDays,
  refusalDays,
  type Shown,
  secondPressMs,
  waitsForMs,
} from './model.ts';
import { drawnChart } from './notifications.ts';
import { askForCharts } from './permissions.ts';
import { findPicture, hasRefused } from './picture-store.ts';
import { contentHashOf } from './place.ts';
import { insertRequest, isAskedSince, listWaiting } from './store.ts';

/**
 * Asks for a chart, which comes by direct message: at once where Slack draws it itself or its picture is among Slack's
 * files, else when it was drawn. `permission`: to see what it shows, asked again when it is posted. The same chart is sent to a person once at a time, however often they press.
 */
export const askForChart = mutation({
  name: 'charts.ask',
  permission: askForCharts,
  input: z.object({ chart: z.custom<Chart>(), permission: z.custom<Permission>() }),
  async run(ctx, { chart, permission }) {
    await demandPermission(ctx, permission);
    if (ctx.actor.kind !== 'person')
      throw new Refusal('invalid', 'A chart goes to direct messages: ask for it in Slack.');
    const { tx, now } = ctx;
    const { slackUserId } = ctx.actor;
    const contentHash = contentHashOf(chart);
    const waiting = await listWaiting(tx, new Date(now.getTime() - waitsForMs));
    const own = waiting.filter((one) => one.slackUserId === slackUserId);
    const justNow = new Date(now.getTime() - secondPressMs);
    if (
      own.some((one) => one.contentHash === contentHash) ||
      (await isAskedSince(tx, { contentHash, slackUserId }, justNow))
    )
      return { result: { isSecond: true }, changes: [] };
    const isNative = nativeOf(chart) !== null && !(await hasRefused(tx, daysBefore(now, refusalDays)));
    const known = isNative ? null : await findPicture(tx, contentHash, daysBefore(now, pictureDays));
    const shown: Shown | null = isNative
      ? { as: 'native' }
      : known === null
        ? null
        : { as: 'picture', slackFile: known };
    if (!shown) demandRoom(own.length, waiting.length);
    const id = ctx.ids.uuid(now);
    await insertRequest(tx, { id, contentHash, chart, permission, slackUserId, shown, now });
    return {
      result: { isSecond: false },
      changes: [
        {
          subject: { kind: 'chart', id },
          before: null,
          after: { title: chart.title, asked: now.toISOString() },
        },
      ],
      ...(shown
        ? { notifications: [drawnChart.about(`${id}/1`, slackUserId, { request: id, post: 1 })] }
        : { jobs: [drawJob.with({ id })] }),
    };
  },
});

/** Each takes the bot a moment, and everybody waits behind it. */
function demandRoom(own: number, all: number): void {
  if (own >= mostOfOne)
    throw new Refusal('unavailable', `${mostOfOne} charts of yours are still being drawn.`, {
      next: 'Ask again when one of them has come.',
    });
  if (all >= mostOfAll)
    throw new Refusal('unavailable', `${all} charts are being drawn already, so I take no more just now.`, {
      next: 'Ask again in a minute.',
    });
}
