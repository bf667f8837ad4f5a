import type { QueryContext } from '../../runtime/context.ts';
import { followsCalendar } from '../../time/calendars/rule.ts';
import { dueSlots, nextSlots, previousSlot } from '../../time/slots.ts';
import { readCron, type Timing } from '../../time/timing.ts';
import type { Schedule } from '../../tokens/schedule.ts';
import { schedules } from '../schedule.ts';

/** What moments are read with. */
export type MomentsContext = Pick<QueryContext, 'engine' | 'scope' | 'workspace' | 'log'>;
type Timed = Timing & Pick<Schedule, 'kind'>;

const dayMs = 86_400_000;
/** Of those that follow calendars, three of each month are found: further ones are not looked for. */
const looksAheadMs = 100 * dayMs;
const looksBackMs = [2 * dayMs, 9 * dayMs, 40 * dayMs, 100 * dayMs] as const;

/**
 * The slots of a schedule in (after, until], oldest first, at most `limit`: by the clock, or by the calendars that its kind
 * reads. Null: it cannot be read.
 */
export async function slotsBetween(
  ctx: MomentsContext,
  schedule: Timed,
  { after, until, limit }: { readonly after: Date; readonly until: Date; readonly limit: number },
): Promise<readonly Date[] | null> {
  if (!followsCalendar(schedule))
    return readCron(schedule) === null ? null : dueSlots(schedule, after, until, limit);
  const kind = ctx.engine.contributions.of(schedules).find(({ id }) => id === schedule.kind);
  return (await kind?.moments?.(ctx, schedule, { after, until, limit })) ?? null;
}

/** The next `n` slots after a moment; fewer when there are no more, and none of what cannot be read. */
export async function slotsAfter(
  ctx: MomentsContext,
  schedule: Timed,
  after: Date,
  n: number,
): Promise<readonly Date[]> {
  if (!followsCalendar(schedule)) return nextSlots(schedule, after, n);
  const until = new Date(after.getTime() + looksAheadMs);
  return (await slotsBetween(ctx, schedule, { after, until, limit: n })) ?? [];
}

/** The last slot before a moment; null: there is none, of those that follow calendars in the last 100 days. */
export async function slotBefore(ctx: MomentsContext, schedule: Timed, before: Date): Promise<Date | null> {
  if (!followsCalendar(schedule)) return previousSlot(schedule, before);
  const until = new Date(before.getTime() - 1);
  for (const back of looksBackMs) {
    const span = { after: new Date(until.getTime() - back), until, limit: 5_000 };
    const last = (await slotsBetween(ctx, schedule, span))?.at(-1);
    if (last) return last;
  }
  return null;
}
