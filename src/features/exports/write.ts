import { z } from 'zod';
import { mutation } from '../../core/runtime/operation.ts';
import { noFile } from './notifications.ts';
import { writeFiles } from './permissions.ts';
import { beginTry, endExport } from './store.ts';

/** Counts another try. Null: the file was sent or given up. */
export const beginExport = mutation({
  name: 'exports.begin',
  permission: writeFiles,
  input: z.object({ id: z.uuid() }),
  run: async (ctx, { id }) => ({ result: await beginTry(ctx.tx, id), changes: [] }),
});

export const noteSent = mutation({
  name: 'exports.sent',
  permission: writeFiles,
  input: z.object({ id: z.uuid(), rows: z.int(), bytes: z.int() }),
  async run(ctx, { id, rows, bytes }) {
    const ended = await endExport(ctx.tx, id, { state: 'sent', rows, bytes, reason: null }, ctx.now);
    const after = ended && { kind: ended.kind, to: ended.slackUserId, rows };
    return { result: null, changes: after ? [{ subject: { kind: 'file', id }, before: null, after }] : [] };
  },
});

/** Tells whoever waits that the file will not come. */
export const giveUpExport = mutation({
  name: 'exports.give-up',
  permission: writeFiles,
  input: z.object({ id: z.uuid(), reason: z.string() }),
  async run(ctx, { id, reason }) {
    const ended = await endExport(ctx.tx, id, { state: 'failed', rows: null, bytes: null, reason }, ctx.now);
    if (!ended) return { result: null, changes: [] };
    return {
      result: null,
      changes: [{ subject: { kind: 'file', id }, before: null, after: { kind: ended.kind, reason } }],
      notifications: [noFile.about(id, ended.slackUserId, null)],
    };
  },
});
