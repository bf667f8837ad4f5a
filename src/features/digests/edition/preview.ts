import { slotBefore } from '../../../core/declare/slots/moments.ts';
import type { Context } from '../../../core/runtime/context.ts';
import type { Digest } from '../digest/model.ts';
import { compose } from './compose.ts';
import type { Shown } from './model.ts';
import { daysAt } from './start.ts';

/** A digest as it would be posted now, for whoever asks: nothing is kept or posted. */
export async function previewOf(ctx: Context, digest: Digest): Promise<Shown> {
  const scope = ctx.engine.database.scope(ctx.workspace.id);
  // Since the last one: what the last one told, and not a day that has just begun.
  const last =
    digest.period === 'since last' ? await slotBefore({ ...ctx, scope }, digest.schedule, ctx.now) : null;
  const days = await daysAt({ ...ctx, scope }, digest, last ?? ctx.now);
  const { content, figures } = await compose(ctx, {
    digest,
    ...days,
    since: null,
    slotAt: null,
    by: null,
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
