import { z } from 'zod';
import { isPausedAt } from '../../../core/declare/catch-up.ts';
import { type MomentsContext, slotsAfter } from '../../../core/declare/slots/moments.ts';
import { query } from '../../../core/runtime/operation.ts';
import type { Digest } from '../digest/model.ts';
import { findDigest } from '../digest/store.ts';
import { composeDigests } from '../permissions.ts';
import type { Shown } from './model.ts';
import { isCorrected } from './printed.ts';
import { figuresOf, findEdition, lastCorrected } from './store.ts';

/** More pauses in a row are not looked through. */
const looksAhead = 400;

/** The next slots that are not paused, at most so many. */
export async function comingSlots(
  ctx: MomentsContext,
  { schedule }: Pick<Digest, 'schedule'>,
  now: Date,
  many: number,
): Promise<readonly Date[]> {
  const { paused, pausedUntil } = schedule;
  if (!paused) return await slotsAfter(ctx, schedule, now, many);
  if (pausedUntil === null) return [];
  // The end of the pause may itself be a slot, which runs.
  const from = pausedUntil > now ? new Date(pausedUntil.getTime() - 1) : now;
  const slots = await slotsAfter(ctx, schedule, from, Math.min(many, looksAhead));
  return slots.filter((slot) => !isPausedAt(schedule, slot));
}

/** An edition as it is posted; null: that post is not needed any more, since its digest was deleted or another took its place. */
export const getEdition = query({
  name: 'digests.edition',
  permission: composeDigests,
  input: z.object({ edition: z.uuid(), post: z.int() }),
  async run(ctx, { edition: id, post }): Promise<Shown | null> {
    const edition = await findEdition(ctx.scope, id);
    if (!edition?.content || !edition.composedAt || edition.posts !== post) return null;
    const digest = await findDigest(ctx.scope, edition.digestId);
    if (!digest) return null;
    const { from, to, content, composedAt, slotAt } = edition;
    const figures = await figuresOf(ctx.scope, id);
    return {
      name: digest.name,
      number: digest.number,
      from,
      to,
      content,
      composedAt,
      figures,
      correctedAt: figures.some(isCorrected) ? await lastCorrected(ctx.scope, id) : null,
      way: slotAt === null ? 'by hand' : 'planned',
    };
  },
});
