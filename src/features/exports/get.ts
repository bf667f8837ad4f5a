import { z } from 'zod';
import { listingOf } from '../../core/declare/lists/listing.ts';
import { query } from '../../core/runtime/operation.ts';
import { spokenTitle } from './ask.ts';
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
    const title = await spokenTitle(ctx, listingOf(ctx, ended.kind), ended.filter);
    return { title, reason: ended.reason };
  },
});
