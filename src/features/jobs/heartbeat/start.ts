import { z } from 'zod';
import type { Context } from '../../../core/runtime/context.ts';
import { mutation } from '../../../core/runtime/operation.ts';
import { Refusal } from '../../../core/runtime/refusal.ts';
import { faultSentence, readSchedule } from '../../../core/time/read-timing.ts';
import { nextSlots } from '../../../core/time/slots.ts';
import type { Timing } from '../../../core/time/timing.ts';
import { isChannel } from '../../../core/tokens/place.ts';
import type { Schedule } from '../../../core/tokens/schedule.ts';
import { scheduleHeartbeats } from '../permissions.ts';
import { heartbeatKindId } from './rules.ts';
import { insertSchedule, listSchedules } from './store.ts';

const example = 'Such as `/ops heartbeat #ops-daily every weekday 08:30 Europe/Berlin`.';

/** Posts the bot's health in a channel at these times. */
export const startHeartbeat = mutation({
  name: 'jobs.start-heartbeat',
  permission: scheduleHeartbeats,
  input: z.object({
    /** A Slack channel; null for the one where the person asks. */
    channel: z.string().nullable(),
    when: z.string().max(200, 'That is too long for a schedule.'),
  }),
  async run(ctx, { channel, when }) {
    const place = channelOf(ctx, channel);
    const timing = timingOf(ctx, when);
    const next = nextSlots(timing, ctx.now, 3);
    const known = (await listSchedules(ctx.tx, heartbeatKindId)).some(
      ({ place: there, cron, timeZone }) =>
        there === place && cron === timing.cron && timeZone === timing.timeZone,
    );
    if (known) return { result: { place, timing, next, begun: false }, changes: [] };
    const schedule: Schedule = {
      ...timing,
      id: ctx.ids.uuid(ctx.now),
      kind: heartbeatKindId,
      place,
      owner: ctx.actor.kind === 'person' ? ctx.actor.slackUserId : null,
      // Health an hour ago is useless after an outage; one late heartbeat still shows that the bot is back.
      catchUp: 'newest',
      skipAfterMin: null,
      paused: false,
    };
    await insertSchedule(ctx.tx, schedule, ctx.now);
    return {
      result: { place, timing, next, begun: true },
      changes: [
        { subject: { kind: 'schedule', id: schedule.id }, before: null, after: { ...timing, place } },
      ],
    };
  },
});

function channelOf({ channel: here }: Context, named: string | null): string {
  const place = named ?? here;
  if (place && isChannel(place)) return place;
  throw new Refusal('invalid', 'A heartbeat is posted in a channel: name one, or ask in it.', {
    next: example,
  });
}

function timingOf({ actor }: Context, when: string): Timing {
  const timing = readSchedule(when, actor.timeZone);
  if ('reason' in timing) {
    const sentence = faultSentence(timing);
    throw new Refusal('invalid', sentence, { next: example, fields: { when: sentence } });
  }
  return timing;
}
