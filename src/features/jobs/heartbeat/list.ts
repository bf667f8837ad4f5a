import { z } from 'zod';
import { query } from '../../../core/runtime/operation.ts';
import { nextSlots } from '../../../core/time/slots.ts';
import { scheduleHeartbeats } from '../permissions.ts';
import { type Heartbeat, heartbeatKindId } from './rules.ts';
import { lastSlots, listSchedules } from './store.ts';

/** Active and paused heartbeats, oldest first. */
export const listHeartbeats = query({
  name: 'jobs.heartbeats',
  permission: scheduleHeartbeats,
  input: z.object({}),
  async run(ctx): Promise<readonly Heartbeat[]> {
    const schedules = await listSchedules(ctx.scope, heartbeatKindId);
    const last = await lastSlots(
      ctx.scope,
      schedules.map(({ id }) => id),
    );
    return schedules.map((schedule) => ({
      ...schedule,
      next: schedule.paused ? null : (nextSlots(schedule, ctx.now, 1)[0] ?? null),
      last: last.get(schedule.id) ?? null,
    }));
  },
});
