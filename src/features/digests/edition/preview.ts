import { slotBefore } from '../../../core/declare/slots/moments.ts';
import type { Context } from '../../../core/runtime/context.ts';
import { dayIn } from '../../../core/time/time-zone.ts';
import { mayKeep } from '../digest/demand-digest.ts';
import type { Digest } from '../digest/model.ts';
import { compose } from './compose.ts';
import type { Shown } from './model.ts';
import { daysAt } from './start.ts';

/**
 * A digest as it would be posted now, for whoever asks: nothing is kept or posted. Who may not have it posted sees of it what they
 * may see by themselves.
 */
export async function previewOf(ctx: Context, digest: Digest): Promise<Shown> {
  const scope = ctx.engine.database.scope(ctx.workspace.id);
  // Once today's was due, what it told: a day that has just begun has nothing.
  const last = await slotBefore({ ...ctx, scope }, digest.schedule, ctx.now);
  const isToday = last && dayIn(ctx.workspace.timeZone, last) === dayIn(ctx.workspace.timeZone, ctx.now);
  const days = await daysAt({ ...ctx, scope }, digest, isToday ? last : ctx.now);
  const { content, figures } = await compose(ctx, {
    digest,
    ...days,
    since: null,
    slotAt: null,
    by: null,
    ...(!mayKeep(ctx.actor, digest) && { reader: ctx }),
  });
  return {
    name: digest.name,
    number: digest.number,
    ...days.about,
    composedAt: ctx.now,
    content,
    figures: figures.map((told, ordinal) => ({ ordinal, told, corrected: null })),
    correctedAt: null,
    way: 'preview',
  };
}
