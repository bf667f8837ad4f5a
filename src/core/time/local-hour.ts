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

const formats = new Map<string, Intl.DateTimeFormat>();

/** The hour in which a moment lies there. Quick: four weeks of hours are asked for at once. */
export function localHour(timeZone: string, at: Date): LocalHour {
  const known =
    formats.get(timeZone) ??
    new Intl.DateTimeFormat('sv-SE', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      hourCycle: 'h23',
    });
  formats.set(timeZone, known);
  // "2026-03-02 09"
  const [day = '', hour = '0'] = known.format(at).split(' ');
  return { day, weekday: weekdayOn(day), hour: Number(hour) };
}
