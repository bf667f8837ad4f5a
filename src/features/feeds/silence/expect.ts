import type { MutationContext, QueryContext } from '../../../core/runtime/context.ts';
import { eraOn } from '../../../core/time/calendar.ts';
import { weekdayOn } from '../../../core/time/weekdays.ts';
import type { Due } from '../../../core/tokens/due.ts';
import { calendarOf, type locations } from '../../locations/index.ts';
import { silenceDue } from '../feed/due.ts';
import { rhythmOf } from '../feed/hour-store.ts';
import { type Feed, historyBegins } from '../feed/model.ts';
import { silentFrom } from '../feed/rhythm-rules.ts';

export type Places = Awaited<ReturnType<typeof locations>>;

/** When the feed will have been quiet for too long, days off considered; null: nobody waits for it. */
export async function silenceBegins(ctx: QueryContext, feed: Feed, places: Places): Promise<Date | null> {
  const from = await earliest(ctx, feed, places, () => false);
  // Whose calendar it is and what it says is asked when it matters alone: days off only ever put silence off.
  if (from === null || from > ctx.now) return from;
  const calendar = await calendarOf(ctx, places.find(({ id }) => id === feed.location)?.code ?? null);
  return await earliest(
    ctx,
    feed,
    places,
    (day) => calendar.holidayOn(day) !== null || !eraOn(calendar, day).days.includes(weekdayOn(day)),
  );
}

/** Looks after the feed when it may have been quiet for too long. */
export async function awaited(ctx: MutationContext, feed: Feed, places: Places): Promise<Due> {
  const at = await earliest(ctx, feed, places, () => false);
  return at === null ? silenceDue.never(feed.id) : silenceDue.at(feed.id, at);
}

async function earliest(
  { scope, workspace, now }: QueryContext,
  feed: Feed,
  places: Places,
  isDayOff: (day: string) => boolean,
): Promise<Date | null> {
  const location = places.find(({ id }) => id === feed.location) ?? null;
  // What is closed tells nothing any more.
  if (!feed.watched || (feed.location !== '' && !location?.active)) return null;
  const hours = await rhythmOf(scope, feed.id, historyBegins(now));
  const timeZone = location?.timeZone ?? workspace.timeZone;
  return silentFrom({ ...feed, hours, timeZone, isDayOff });
}
