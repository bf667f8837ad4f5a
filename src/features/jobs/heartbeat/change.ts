import { z } from 'zod';
import type { MutationContext } from '../../../core/runtime/context.ts';
import { mutation } from '../../../core/runtime/operation.ts';
import { Refusal } from '../../../core/runtime/refusal.ts';
import type { Schedule } from '../../../core/tokens/schedule.ts';
import { scheduleHeartbeats } from '../permissions.ts';
import { heartbeatKindId } from './rules.ts';
import { endSchedule, findSchedule, pauseSchedule } from './store.ts';

/** Pauses or resumes a heartbeat. False: it was already so. */
export const pauseHeartbeat = mutation({
  name: 'jobs.pause-heartbeat',
  permission: scheduleHeartbeats,
  input: z.object({ id: z.uuid(), paused: z.boolean() }),
  async run(ctx, { id, paused }) {
    await find(ctx, id);
    const changed = await pauseSchedule(ctx.tx, id, paused);
    return { result: changed, changes: changed ? [change(id, { paused: !paused }, { paused })] : [] };
  },
});

export const stopHeartbeat = mutation({
  name: 'jobs.stop-heartbeat',
  permission: scheduleHeartbeats,
  input: z.object({ id: z.uuid() }),
  async run(ctx, { id }) {
    const { cron, timeZone, place } = await find(ctx, id);
    await endSchedule(ctx.tx, id, ctx.now);
    return { result: null, changes: [change(id, { cron, timeZone, place }, null)] };
  },
});

async function find(ctx: MutationContext, id: string): Promise<Schedule> {
  const schedule = await findSchedule(ctx.tx, id);
  if (schedule?.kind === heartbeatKindId) return schedule;
  throw new Refusal('not-found', 'That heartbeat was stopped already.', {
    next: '`/ops heartbeat` lists the active ones.',
  });
}

type State = Readonly<Record<string, string | boolean>> | null;

function change(id: string, before: State, after: State) {
  return { subject: { kind: 'schedule', id }, before, after };
}
