import { draws } from '../../core/declare/drawing.ts';
import { does } from '../../core/declare/job.ts';
import { listingOf } from '../../core/declare/lists/listing.ts';
import type { Context } from '../../core/runtime/context.ts';
import { Refusal } from '../../core/runtime/refusal.ts';
import { asPerson } from '../people/index.ts';
import { getFailed } from './get.ts';
import { exportJob } from './job.ts';
import { mostTries, type WaitingExport } from './model.ts';
import { noFile } from './notifications.ts';
import { exportFailed, fileWords } from './views.ts';
import { beginExport, giveUpExport, noteSent } from './write.ts';
import { writeFile } from './write-file.ts';

/** A process that dies after the file was sent and before that is noted sends it again. */
export const writeExport = does(exportJob, async (ctx, { id }) => {
  const asked = await beginExport.call(ctx, { id });
  if (!asked) return;
  // Its process died each time, perhaps of this very file.
  if (asked.attempts > mostTries)
    return void (await giveUpExport.call(ctx, {
      id,
      reason: 'it could not be written. Narrow the list, and ask again.',
    }));
  try {
    const sent = await sendExport(ctx, asked);
    await noteSent.call(ctx, { id, ...sent });
  } catch (error) {
    if (error instanceof Refusal) {
      const reason = [error.message, error.next].filter(Boolean).join(' ');
      return void (await giveUpExport.call(ctx, { id, reason }));
    }
    if (asked.attempts >= mostTries)
      await giveUpExport.call(ctx, {
        id,
        reason: `it could not be written, and the admins have been told. Reference: ${ctx.correlationId}.`,
      });
    throw error;
  }
});

async function sendExport(ctx: Context, asked: WaitingExport) {
  const handler = listingOf(ctx, asked.kind);
  const person = await asPerson(ctx, asked.slackUserId);
  const { file, ...written } = await writeFile(person, handler, asked.filter);
  const read = { now: ctx.now, timeZone: person.actor.timeZone, lasting: true } as const;
  await ctx.engine.files.send(asked.slackUserId, file, fileWords(handler.kind.one, written, read));
  return { rows: written.rows, bytes: file.bytes.length };
}

export const drawings = [
  draws(noFile, async (ctx, { subject }) => {
    const failed = await getFailed.call(ctx, { id: subject });
    return failed && exportFailed(failed.title, failed.reason);
  }),
];
