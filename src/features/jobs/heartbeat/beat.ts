import { z } from 'zod';
import { minutesBetween } from '../../../core/declare/catch-up.ts';
import type { Ending } from '../../../core/declare/drawing.ts';
import type { ScheduleKind } from '../../../core/declare/schedule.ts';
import type { MutationContext } from '../../../core/runtime/context.ts';
import type { Effects } from '../../../core/runtime/effects.ts';
import { query } from '../../../core/runtime/operation.ts';
import { nextSlots } from '../../../core/time/slots.ts';
import { checkHealth } from '../../ops/index.ts';
import { heartbeat } from '../notifications.ts';
import { keepBot } from '../permissions.ts';
import { type Beat, heartbeatKindId, slotOfSubject, subjectOfSlot } from './rules.ts';
import { findSchedule, settleSlot } from './store.ts';

/** Each slot posts the bot's health once, as it is at the moment of posting. */
export const heartbeats: ScheduleKind = {
  id: heartbeatKindId,
  title: 'Heartbeat',
  run: async (_, { schedule, slotAt }) => ({
    state: 'started',
    changes: [],
    notifications: [
      heartbeat.about(subjectOfSlot(schedule.id, slotAt), schedule.place, null, {
        ...(schedule.owner && { owner: schedule.owner }),
      }),
    ],
  }),
};

/** The content of a slot's message; null when its schedule was stopped in the meantime. Run by the system. */
export const getBeat = query({
  name: 'jobs.beat',
  permission: keepBot,
  input: z.object({ subject: z.string() }),
  async run(ctx, { subject }): Promise<Beat | null> {
    const { scheduleId, slotAt } = slotOfSubject(subject);
    const schedule = await findSchedule(ctx.scope, scheduleId);
    if (!schedule) return null;
    return {
      cron: schedule.cron,
      timeZone: schedule.timeZone,
      checks: await checkHealth.call(ctx, {}),
      slotAt,
      lateMin: minutesBetween(slotAt, ctx.now),
      next: nextSlots(schedule, ctx.now, 1)[0] ?? null,
    };
  },
});

const states = { sent: 'done', failed: 'failed', expired: 'skipped' } as const;
const errors = {
  sent: null,
  failed: 'its message could not be posted',
  expired: 'no longer worth posting',
};

/** Settles the slot when its message was sent, failed or expired. */
export async function beatEnded(ctx: MutationContext, subject: string, ending: Ending): Promise<Effects> {
  await settleSlot(ctx.tx, slotOfSubject(subject), states[ending], ctx.now, errors[ending]);
  return { changes: [] };
}
