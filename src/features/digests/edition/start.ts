import { type MomentsContext, slotBefore } from '../../../core/declare/slots/moments.ts';
import type { MutationContext } from '../../../core/runtime/context.ts';
import type { Effects } from '../../../core/runtime/effects.ts';
import { dayIn } from '../../../core/time/time-zone.ts';
import { daysOf } from '../digest/days.ts';
import type { Digest } from '../digest/model.ts';
import { composeJob } from './job.ts';
import { insertEdition } from './store.ts';

/** Begins an edition, once for a moment: it is composed in the background. `askedBy`: whoever has it posted by hand. */
export async function startEdition(
  ctx: MutationContext,
  digest: Digest,
  { slotAt, askedBy }: { readonly slotAt: Date | null; readonly askedBy: string | null },
): Promise<Effects & { readonly id: string }> {
  const { now } = ctx;
  const id = ctx.ids.uuid(now);
  const { about } = await daysAt(ctx, digest, slotAt ?? now);
  const edition = { id, digestId: digest.id, slotAt, askedBy, askedAt: now, place: digest.schedule.place };
  if (!(await insertEdition(ctx.tx, { ...edition, ...about }))) return { id, changes: [] };
  return {
    id,
    changes: [
      {
        subject: { kind: 'digest edition', id },
        before: null,
        after: { digest: digest.number, slot: slotAt?.toISOString() ?? null, ...about },
      },
    ],
    jobs: [composeJob.with({ id })],
  };
}

/** The days of a digest at a moment, in the zone of the business. */
export async function daysAt(ctx: MomentsContext, { period, schedule }: Digest, at: Date) {
  const { timeZone } = ctx.workspace;
  const previous = period === 'since last' ? await slotBefore(ctx, schedule, at) : null;
  return daysOf(period, { today: dayIn(timeZone, at), previous: previous && dayIn(timeZone, previous) });
}
