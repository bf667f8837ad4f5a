import { z } from 'zod';
import { drawChart } from '../../charts/draw.ts';
import { altOf } from '../../charts/findings.ts';
import type { Chart } from '../../charts/model.ts';
import { nativeOf } from '../../charts/native.ts';
import type { Context } from '../../core/runtime/context.ts';
import type { Effects } from '../../core/runtime/effects.ts';
import { mutation, query } from '../../core/runtime/operation.ts';
import { Refusal } from '../../core/runtime/refusal.ts';
import { asSystem } from '../../core/runtime/system.ts';
import { cutAtWord } from '../../core/text/clean.ts';
import { hashOf } from '../../core/text/content-hash.ts';
import { noteUploaded } from './draw.ts';
import { lookOfAll, pictureVersion } from './look.ts';
import { daysBefore, heldMs, pictureDays, refusalDays, type Shown } from './model.ts';
import { drawCharts } from './permissions.ts';
import { findPicture, forgetFile, hasRefused, holdPicture, noteRefusal } from './picture-store.ts';

/** What Slack allows the text of a file to hold. */
const longestAlt = 1_000;

/** Of everything that a picture is made from. */
export function contentHashOf(chart: Chart): string {
  return hashOf({ chart, look: lookOfAll, version: pictureVersion });
}

/** How a chart can be shown now; null: its picture has to be drawn first, which `by` has in hand for a while. */
export const findShown = mutation({
  name: 'charts.find-shown',
  permission: drawCharts,
  input: z.object({ chart: z.custom<Chart>(), by: z.uuid() }),
  async run({ tx, now }, { chart, by }): Promise<Effects & { readonly result: Shown | null }> {
    const isNative = nativeOf(chart) !== null && !(await hasRefused(tx, daysBefore(now, refusalDays)));
    if (isNative) return { result: { as: 'native' }, changes: [] };
    const contentHash = contentHashOf(chart);
    const since = daysBefore(now, pictureDays);
    const slackFile = await findPicture(tx, contentHash, since);
    if (slackFile !== null) return { result: { as: 'picture', slackFile }, changes: [] };
    await holdPicture(tx, { contentHash, by, until: new Date(now.getTime() + heldMs), now, since });
    return { result: null, changes: [] };
  },
});

/** A chart for an answer to one person: drawn by Slack, or none. A picture has to be posted before anybody sees it. */
export async function showAtOnce(ctx: Context, chart: Chart): Promise<Shown | null> {
  return await findNative.call(asSystem(ctx, 'charts'), { chart });
}

/** How Slack draws a chart itself; null: it does not. */
export const findNative = query({
  name: 'charts.find-native',
  permission: drawCharts,
  input: z.object({ chart: z.custom<Chart>() }),
  async run({ scope, now }, { chart }): Promise<Shown | null> {
    const isNative = nativeOf(chart) !== null && !(await hasRefused(scope, daysBefore(now, refusalDays)));
    return isNative ? { as: 'native' } : null;
  },
});

/**
 * Makes a chart ready for a message of another feature: drawn by Slack where it does, else as a picture, which is drawn and
 * uploaded now unless it is there. Outside of transactions; never throws because of the chart. `by`: the id of what it is
 * for.
 */
export async function showChart(ctx: Context, chart: Chart, by: string): Promise<Shown> {
  const ourselves = asSystem(ctx, 'charts');
  try {
    const known = await findShown.call(ourselves, { chart, by });
    if (known) return known;
    const slackFile = await upload(ctx, chart);
    await noteUploaded.call(ourselves, { contentHash: contentHashOf(chart), slackFile });
    return { as: 'picture', slackFile };
  } catch (error) {
    if (error instanceof Refusal)
      return { as: 'words', reason: [error.message, error.next].filter(Boolean).join(' ') };
    ctx.log.error({ err: error, chart: chart.title }, 'a chart could not be drawn');
    return { as: 'words', reason: `it could not be drawn. Reference: ${ctx.correlationId}.` };
  }
}

/** Slack refused a message because of its chart: it is not shown so again, here or elsewhere. */
export const noteUnshown = mutation({
  name: 'charts.unshown',
  permission: drawCharts,
  input: z.object({ chart: z.custom<Chart>(), shown: z.custom<Shown>() }),
  async run({ tx, now }, { chart, shown }) {
    if (shown.as === 'native') await noteRefusal(tx, now);
    if (shown.as === 'picture') await forgetFile(tx, contentHashOf(chart), shown.slackFile);
    return { result: null, changes: [] };
  },
});

/** Draws and uploads: outside of transactions. */
export async function upload(ctx: Context, chart: Chart): Promise<string> {
  const { png } = await drawChart(chart, lookOfAll);
  return await ctx.engine.files.keep({
    name: `${chart.title.toLowerCase().replaceAll(/[^a-z]+/g, '-') || 'chart'}.png`,
    title: chart.title,
    bytes: png,
    alt: cutAtWord(altOf(chart), longestAlt),
  });
}
