import { latest } from '../../../core/time/spans.ts';
import { type FeedHour, hourOf } from '../feed/model.ts';
import { merged, spreadOf } from '../feed/spread.ts';
import type { Arrival } from './model.ts';

/** Between two moments at which a feed is written; what comes in between is gathered. */
export const writeEveryMs = 10_000;

/** What came, by hour; a gap belongs to the hour in which it began. `last`: when something came before. */
export function newsByHour(arrivals: readonly Arrival[], last: Date | null): readonly FeedHour[] {
  const hours = new Map<number, FeedHour>();
  const add = (at: Date, news: Partial<FeedHour>) => {
    const hour = hourOf(at);
    const before = hours.get(hour.getTime());
    hours.set(hour.getTime(), {
      hour,
      arrivals: (before?.arrivals ?? 0) + (news.arrivals ?? 0),
      failures: 0,
      longestGap: Math.max(before?.longestGap ?? 0, news.longestGap ?? 0),
      gaps: merged(before?.gaps ?? {}, news.gaps ?? {}),
      lags: merged(before?.lags ?? {}, news.lags ?? {}),
    });
  };
  let before = last;
  for (const { at, lags } of arrivals.toSorted((a, b) => a.at.getTime() - b.at.getTime())) {
    add(at, { arrivals: 1, lags });
    const seconds = before ? Math.floor((at.getTime() - before.getTime()) / 1_000) : 0;
    if (before && seconds > 0) add(before, { gaps: spreadOf([seconds]), longestGap: seconds });
    before = latest(before, at);
  }
  return [...hours.values()];
}
