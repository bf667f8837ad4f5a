import type { Chart } from '../../charts/model.ts';
import { draws } from '../../core/declare/drawing.ts';
import { does } from '../../core/declare/job.ts';
import type { Context } from '../../core/runtime/context.ts';
import { demandPermission } from '../../core/runtime/operation.ts';
import { Refusal } from '../../core/runtime/refusal.ts';
import type { Permission } from '../../core/tokens/permission.ts';
import { asPerson } from '../people/index.ts';
import { beginPicture, giveUpPicture, noteUploaded } from './draw.ts';
import { forget } from './forget.ts';
import { drawJob, forgetJob } from './job.ts';
import { drawnChart } from './notifications.ts';
import { upload } from './place.ts';
import { changeRefused, getChart } from './refused.ts';
import { chartMessage, chartRefused } from './views.ts';

/**
 * Draws and uploads outside of transactions. A process that dies between the upload and its note uploads again: a file
 * that nobody sees, and one message all the same.
 */
const drawPicture = does(drawJob, async (ctx, { id }) => {
  const begun = await beginPicture.call(ctx, { id });
  if (!begun) return;
  const { contentHash } = begun;
  const giveUp = async (reason: string) => void (await giveUpPicture.call(ctx, { contentHash, reason }));
  // Its process died each time, perhaps of this very chart.
  if (begun.isOver) return await giveUp('it could not be drawn.');
  try {
    const slackFile = await upload(ctx, begun.chart as Chart);
    await noteUploaded.call(ctx, { contentHash, slackFile });
  } catch (error) {
    if (error instanceof Refusal) return await giveUp([error.message, error.next].filter(Boolean).join(' '));
    if (begun.isLast)
      await giveUp(`it could not be drawn, and the admins have been told. Reference: ${ctx.correlationId}.`);
    throw error;
  }
});

const forgetOld = does(forgetJob, async (ctx) => {
  while (await forget.call(ctx, {}));
});

export const jobs = [drawPicture, forgetOld];

/** Rights may have been taken since the press: why the chart does not come; null: it does. */
async function refusedTo(
  ctx: Context,
  { slackUserId, permission }: { readonly slackUserId: string; readonly permission: Permission },
): Promise<Refusal | null> {
  try {
    await demandPermission(await asPerson(ctx, slackUserId), permission);
    return null;
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

export const drawings = [
  draws(
    drawnChart,
    async (ctx, { facts }) => {
      const found = await getChart.call(ctx, facts);
      if (!found) return null;
      const refusal = await refusedTo(ctx, found);
      return refusal === null
        ? chartMessage(found.chart as Chart, found.shown, facts.request)
        : chartRefused([refusal.message, refusal.next].filter(Boolean).join(' '));
    },
    { refused: async (ctx, { facts }) => await changeRefused.call(ctx, facts) },
  ),
];
