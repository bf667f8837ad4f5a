import type { MutationContext, QueryContext } from '../../../core/runtime/context.ts';
import { eraOn } from '../../../core/time/calendar.ts';
import type { Due } from '../../../core/tokens/due.ts';
import { calendarOf, locations } from '../../locations/index.ts';
import { silenceDue } from '../feed/due.ts';
import { hoursOf } from '../feed/hour-store.ts';
import { type Feed, type FeedHour, historyBegins } from '../feed/model.ts';
import { silentFrom } from '../feed/rhythm-rules.ts';

/** When the feed will have been quiet for too long; null: nobody waits for it. */
export async function silenceBegins(ctx: QueryContext, feed: Feed): Promise<Date | null> {
  const { scope, workspace, now } = ctx;
  if (!feed.watched) return null;
  const location = (await locations(scope)).find(({ id }) => id === feed.location) ?? null;
  // What is closed tells nothing any more.
  if (feed.location !== '' && !location?.active) return null;
  const hours = (await hoursOf(scope, [feed.id], historyBegins(now))).get(feed.id) ?? [];
  return silentFrom({
    ...feed,
    hours,
    timeZone: location?.timeZone ?? workspace.timeZone,
    isDayOff: await daysOffOf(ctx, location?.code ?? null, hours),
  });
}

/** Whether nobody works on a day there. Without a past there is nothing to compare it with. */
async function daysOffOf(ctx: QueryContext, location: string | null, hours: readonly FeedHour[]) {
  if (hours.length === 0) return () => false;
  const calendar = await calendarOf(ctx, location);
  return (day: string) => {
    const weekday = ((new Date(day).getUTCDay() + 6) % 7) + 1;
    return calendar.holidayOn(day) !== null || !eraOn(calendar, day).days.includes(weekday);
  };
}

/** Has it looked after when the feed will have been quiet for too long. */
export async function awaited(ctx: MutationContext, feed: Feed): Promise<Due> {
  const at = await silenceBegins(ctx, feed);
  return at === null ? silenceDue.never(feed.id) : silenceDue.at(feed.id, at);
}
