import { z } from 'zod';
import { exports } from '../../core/declare/lists/export.ts';
import { query } from '../../core/runtime/operation.ts';
import { writeFiles } from './permissions.ts';
import { findEnded } from './store.ts';

/** A file that did not come. */
export const getFailed = query({
  name: 'exports.get-failed',
  permission: writeFiles,
  input: z.object({ id: z.uuid() }),
  async run(ctx, { id }) {
    const ended = await findEnded(ctx.scope, id);
    if (!ended?.reason) return null;
    const handler = ctx.engine.contributions.of(exports).find(({ kind }) => kind.id === ended.kind);
    return { title: handler?.kind.title ?? 'The list', reason: ended.reason };
  },
});
