import { z } from 'zod';
import { drawingOf } from '../../core/declare/drawing.ts';
import type { Context } from '../../core/runtime/context.ts';
import { query } from '../../core/runtime/operation.ts';
import { Refusal } from '../../core/runtime/refusal.ts';
import { warnUnlessOutage } from '../../core/runtime/warn.ts';
import type { Message } from '../../core/tokens/reply.ts';
import { keepMessages, openMessages } from './permissions.ts';
import { type Lines, maxLines } from './rules.ts';
import { countReplies, findMessage, findUndelivered, linesOf, type MessageRow } from './store.ts';

const umbrella = z.object({ kind: z.string(), subject: z.string(), place: z.string() });

/** The lines of a list message, as they are now. Run by the system when it draws the list. */
export const getLines = query({
  name: 'messages.lines',
  permission: keepMessages,
  input: umbrella,
  async run(ctx, input): Promise<Lines> {
    const rows = await linesOf(ctx.scope, input);
    const shown = await Promise.all(
      rows.slice(0, maxLines).map(async (row) => ({ id: row.id, text: await findingOf(ctx, row) })),
    );
    return { shown, more: rows.length - shown.length };
  },
});

/** The number of messages in the thread. Run by the system. */
export const countInThread = query({
  name: 'messages.count-in-thread',
  permission: keepMessages,
  input: umbrella,
  run: async (ctx, input) => await countReplies(ctx.scope, input),
});

/** The messages behind a notice, as they are now; null when all have been delivered. Run by the system. */
export const getUndelivered = query({
  name: 'messages.unsaid',
  permission: keepMessages,
  input: z.object({ by: z.enum(['place', 'kind', 'id']), key: z.string() }),
  run: async (ctx, group) => await findUndelivered(ctx.scope, group),
});

/** The message behind a line, drawn for the person who opens it, with their rights. */
export const openMessage = query({
  name: 'messages.open',
  permission: openMessages,
  input: z.object({ id: z.uuid() }),
  async run(ctx, { id }) {
    const row = await findMessage(ctx.scope, id);
    const message = row && (await draw(ctx, row));
    if (!message) throw new Refusal('not-found', 'That message is no longer needed.');
    return message;
  },
});

async function draw(ctx: Context, row: MessageRow): Promise<Message | null> {
  return (await drawingOf(ctx, row.kind)?.draw(ctx, row)) ?? null;
}

/** A line that cannot be drawn does not break the others. */
async function findingOf(ctx: Context, row: MessageRow): Promise<string> {
  try {
    return (await draw(ctx, row))?.text ?? 'No longer needed.';
  } catch (error) {
    warnUnlessOutage(ctx, error, 'a line could not be drawn', { message: row.id, kind: row.kind });
    return 'Could not be read right now.';
  }
}
