import { z } from 'zod';
import type { QueryContext } from '../../../core/runtime/context.ts';
import { query } from '../../../core/runtime/operation.ts';
import { Refusal } from '../../../core/runtime/refusal.ts';
import { isChannel } from '../../../core/tokens/place.ts';
import { channelFor } from '../../people/index.ts';
import type { Draft } from '../digest/draft-model.ts';
import { listDigests } from '../digest/store.ts';
import { seeDigests } from '../permissions.ts';
import { type Offered, type ReadyMade, readyMade } from './model.ts';

/** Ready-made digests that are not there yet, where they would be posted. */
export const getOffered = query({
  name: 'digests.offered',
  permission: seeDigests,
  input: z.object({}),
  async run(ctx): Promise<readonly Offered[]> {
    const all = await listDigests(ctx.scope);
    const offered: Offered[] = [];
    for (const ready of readyMade) {
      const place = await placeFor(ctx, ready);
      const isThere = all.some(
        ({ name, schedule }) => name === ready.name && (place === null || schedule.place === place),
      );
      if (!isThere) offered.push({ ready, place });
    }
    return offered;
  },
});

/** A ready-made digest as it would be set up, by its key. */
export const getReady = query({
  name: 'digests.ready',
  permission: seeDigests,
  input: z.object({ key: z.string() }),
  async run(ctx, { key }): Promise<Draft> {
    const ready = readyMade.find((one) => one.key === key);
    if (!ready)
      throw new Refusal('not-found', 'That digest is not offered any more.', {
        next: '`/digest new` sets one up.',
      });
    const place = await placeFor(ctx, ready);
    if (place === null)
      throw new Refusal('invalid', 'I do not know in which channel to post it.', {
        next: 'Press it in that channel, or name the channel for digests with `/ops setup`.',
      });
    const { key: _, goes: __, about: ___, ...draft } = ready;
    return { ...draft, sections: [...draft.sections], kpis: [...draft.kpis], place };
  },
});

/** Its usual place, else where somebody asks. */
async function placeFor(ctx: QueryContext, { goes }: ReadyMade): Promise<string | null> {
  if (goes === 'me') return ctx.actor.kind === 'person' ? ctx.actor.slackUserId : null;
  const own = goes === 'purchasing' ? await channelFor(ctx.scope, 'department purchasing') : null;
  const here = ctx.channel && isChannel(ctx.channel) ? ctx.channel : null;
  return own ?? (await channelFor(ctx.scope, 'daily')) ?? here;
}
