import { z } from 'zod';
import { mutation, query } from '../../../core/runtime/operation.ts';
import { changeChannels } from '../permissions.ts';
import { type ChannelsByPurpose, movesOf, purposes } from './model.ts';
import { listChannels, setChannel } from './store.ts';

/** Sets the channel of each purpose; an empty one is removed. Returns the channels as they are now, and the moves. */
export const chooseChannels = mutation({
  name: 'people.choose-channels',
  permission: changeChannels,
  input: z.record(z.string(), z.string().nullable()),
  async run(ctx, chosen) {
    const before = await listChannels(ctx.tx);
    const changed = purposes.filter(
      ({ field, key }) => field in chosen && (before.get(key) ?? null) !== chosen[field],
    );
    for (const { field, key } of changed) await setChannel(ctx.tx, key, chosen[field] ?? null, ctx.now);
    const channels = await listChannels(ctx.tx);
    return {
      result: { channels, ...movesOf(before, channels) },
      changes: changed.map(({ field, key }) => ({
        subject: { kind: 'channel setting', id: key },
        before: { channel: before.get(key) ?? null },
        after: { channel: chosen[field] ?? null },
      })),
    };
  },
});

/** The channel of each purpose. */
export const getChannels = query({
  name: 'people.channels',
  permission: changeChannels,
  input: z.object({}),
  run: async (ctx): Promise<ChannelsByPurpose> => await listChannels(ctx.scope),
});
