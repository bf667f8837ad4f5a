import { z } from 'zod';
import { query } from '../../../core/runtime/operation.ts';
import { changeSources } from '../permissions.ts';
import { demandSource } from './demand-source.ts';

/** Has the receiver take a delivery that is signed with the source's own secret, over the network as any other. */
export const testSource = query({
  name: 'sources.test',
  permission: changeSources,
  input: z.object({ id: z.uuid() }),
  async run(ctx, { id }) {
    const { name } = await demandSource(ctx.scope, id);
    return { name, ...(await ctx.engine.webhooks.trial(id)) };
  },
});
