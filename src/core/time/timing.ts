import { Cron } from 'croner';

/** A recurring time: times of day, or minutes of every hour, in one zone. */
export interface Timing {
  /** Five fields: minute, hour, day of the month, month, day of the week; or what it follows (`calendars/rule.ts`). */
  readonly cron: string;
  /** IANA name. */
  readonly timeZone: string;
}

/**
 * Reads the five fields; null when they are not valid.
 *
 * Times of day (an hour field that does not name every hour): a time that clocks skip happens at the first minute after
 * the gap (`slots.ts` sees to gaps that reach into another date), a repeated one happens once. Every hour or so many minutes (`*` for the hour) promises a distance and not a
 * time of day: it runs through the repeated hour and skips only the skipped minutes.
 *
 * croner 11 tells the two apart by a step in minute or hour. "Every six hours" would then lose its midnight in Havana,
 * where that hour is skipped: steps are expanded first.
 */
export function readCron({ cron, timeZone }: Timing): Cron | null {
  const fields = cron.trim().split(/\s+/);
  const [minute = '', hour = '', ...days] = fields;
  if (fields.length !== 5 || !/^[\d*,/-]+$/.test(minute) || !/^[\d*,/-]+$/.test(hour)) return null;
  const hours = writtenOut(hour, 24);
  const pattern = [writtenOut(minute, 60), hours, ...days].join(' ');
  try {
    return new Cron(pattern, {
      mode: '5-part',
      timezone: timeZone,
      paused: true,
      fixedTimeRule: hours === '*' ? 'single-value' : 'no-wildcard',
    });
  } catch {
    return null;
  }
}

/** Whether valid fields name times of day, and not a distance. */
export function isTimeOfDay(cron: string): boolean {
  return writtenOut(cron.trim().split(/\s+/)[1] ?? '*', 24) !== '*';
}

/** `*\/6` of 24 is `0,6,12,18`; all of them are `*`. croner refuses anything else. */
function writtenOut(field: string, size: number): string {
  const values = field.split(',').flatMap((part) => {
    const [range = '', step = '1'] = part.split('/');
    const [first = '', last = first] = range === '*' ? ['0', String(size - 1)] : range.split('-');
    const [from, to, by] = [Number(first), Number(last), Number(step)];
    const readable = first !== '' && last !== '' && from <= to && to < size && by > 0;
    if (!readable || (part.includes('/') && first === last)) return [part];
    return Array.from({ length: Math.floor((to - from) / by) + 1 }, (_, i) => String(from + i * by));
  });
  const distinct = [...new Set(values)];
  return distinct.length === size ? '*' : distinct.join(',');
}
