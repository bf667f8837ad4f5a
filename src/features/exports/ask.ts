import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { demandFilter, type ListHandler, listingOf } from '../../core/declare/lists/listing.ts';
import type { Context } from '../../core/runtime/context.ts';
import { demandPermission, mutation } from '../../core/runtime/operation.ts';
import { Refusal } from '../../core/runtime/refusal.ts';
import { exportJob } from './job.ts';
import { mostWaiting, waitsForMs } from './model.ts';
import { askForFiles } from './permissions.ts';
import { insertExport, listWaiting } from './store.ts';

/** Asks for a list as a file, which comes by direct message. The same list is written once at a time. */
export const askForExport = mutation({
  name: 'exports.ask',
  permission: askForFiles,
  input: z.object({ kind: z.string(), filter: z.unknown() }),
  async run(ctx, { kind, filter }) {
    const handler = listingOf(ctx, kind);
    await demandPermission(ctx, handler.permission);
    demandFilter(handler, filter);
    const { one } = handler.kind;
    if (ctx.actor.kind !== 'person')
      throw new Refusal('invalid', 'A file goes to direct messages: ask for it in Slack.');
    const { slackUserId } = ctx.actor;
    const title = await spokenTitle(ctx, handler, filter);
    const waiting = await listWaiting(ctx.tx, slackUserId, new Date(ctx.now.getTime() - waitsForMs));
    const same = waiting.some((asked) => asked.kind === kind && isDeepStrictEqual(asked.filter, filter));
    if (same) return { result: { title, one, isSecond: true }, changes: [] };
    if (waiting.length >= mostWaiting)
      throw new Refusal('unavailable', 'Two files of yours are still being written.', {
        next: 'Ask again when one of them has come.',
      });
    const id = ctx.ids.uuid(ctx.now);
    await insertExport(ctx.tx, { id, kind, filter, slackUserId, now: ctx.now });
    return {
      result: { title, one, isSecond: false },
      changes: [
        { subject: { kind: 'file', id }, before: null, after: { kind, asked: ctx.now.toISOString() } },
      ],
      jobs: [exportJob.with({ id })],
    };
  },
});

/** What is written, within a sentence: "order lines", or "On-time delivery, 1 Nov to 30 Nov". */
export async function spokenTitle(ctx: Context, handler: ListHandler, filter: unknown): Promise<string> {
  return (await handler.titleOf(ctx, filter)) ?? handler.kind.title.toLowerCase();
}
