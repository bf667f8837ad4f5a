import { weekdayOn } from './weekdays.ts';

/** An hour of a week as the clocks of a zone show it. */
export interface LocalHour {
  /** Such as 2026-03-02. */
  readonly day: string;
  /** 1 is Monday, 7 is Sunday. */
  readonly weekday: number;
  /** 0 to 23. */
  readonly hour: number;
}

/** A zone's clock, and the hours of the minutes that were asked for last. */
interface ZoneClock {
  readonly format: Intl.DateTimeFormat;
  readonly shown: Map<number, LocalHour>;
}

const minuteMs = 60_000;
const mostShown = 2_000;
const clocks = new Map<string, ZoneClock>();

/** The hour in which a moment lies there. Quick: four weeks of hours are asked for at once, and each card asks for today. */
export function localHour(timeZone: string, at: Date): LocalHour {
  const clock = clocks.get(timeZone) ?? { format: formatOf(timeZone), shown: new Map() };
  clocks.set(timeZone, clock);
  const minute = Math.floor(at.getTime() / minuteMs);
  const known = clock.shown.get(minute);
  if (known) return known;
  if (clock.shown.size >= mostShown) clock.shown.clear();
  const hour = read(clock.format, at);
  clock.shown.set(minute, hour);
  return hour;
}

function formatOf(timeZone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    hourCycle: 'h23',
  });
}

function read(format: Intl.DateTimeFormat, at: Date): LocalHour {
  // "2026-03-02 09"
  const [day = '', hour = '0'] = format.format(at).split(' ');
  return { day, weekday: weekdayOn(day), hour: Number(hour) };
}
