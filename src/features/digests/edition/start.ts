import type { MutationContext } from '../../../core/runtime/context.ts';
import type { Effects } from '../../../core/runtime/effects.ts';
import { previousSlot } from '../../../core/time/slots.ts';
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
  const { now, workspace } = ctx;
  const id = ctx.ids.uuid(now);
  const { about } = daysAt(digest, slotAt ?? now, workspace.timeZone);
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
export function daysAt({ period, schedule }: Digest, at: Date, timeZone: string) {
  const previous = previousSlot(schedule, at);
  return daysOf(period, { today: dayIn(timeZone, at), previous: previous && dayIn(timeZone, previous) });
}
