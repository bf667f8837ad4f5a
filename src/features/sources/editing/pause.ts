import { z } from 'zod';
import { mutation } from '../../../core/runtime/operation.ts';
import { queueStored } from '../deliveries/store.ts';
import { changeSources } from '../permissions.ts';
import { lockSources, updateSource } from '../source/store.ts';
import { demandSource } from './demand-source.ts';

/** Lets what comes wait, or goes on with it: nothing that comes meanwhile is lost. */
export const pauseSource = mutation({
  name: 'sources.pause',
  permission: changeSources,
  input: z.object({ id: z.uuid(), paused: z.boolean() }),
  first: lockSources,
  async run(ctx, { id, paused }) {
    const source = await demandSource(ctx.tx, id);
    const state = paused ? 'paused' : 'on';
    if (source.state === state) return { result: { id }, changes: [] };
    await updateSource(ctx.tx, source, { state });
    if (!paused) await queueStored(ctx.tx, id, ctx.now);
    const subject = { kind: 'webhook source', id };
    return {
      result: { id },
      changes: [{ subject, before: { state: source.state }, after: { state } }],
    };
  },
});
