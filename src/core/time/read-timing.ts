import { type NamedPlace, readEvent } from './calendars/read-event.ts';
import { followsCalendar, readRule, ruleText, type WorkingDay, workingDays } from './calendars/rule.ts';
import { readZone } from './read-zone.ts';
import { type Rhythm, rhythmParts } from './rhythm.ts';
import { nextSlots } from './slots.ts';
import { readCron, type Timing } from './timing.ts';
import { no, type ScheduleFault } from './timing-faults.ts';

/** Examples for people whose words could not be read. */
export const scheduleExamples = [
  'every weekday 08:30 Europe/Berlin',
  'every Monday and Thursday 7am',
  'every 15 minutes',
  'first working day of the month 09:00',
  'after each cut-off',
  'at the end of the day',
  'cron 30 8 * * 1-5',
] as const;

/**
 * Reads phrases like "every weekday 08:30 Europe/Berlin"; see `scheduleExamples`. Without a zone it uses `home`, an
 * IANA name. `places`: the locations that "after each cut-off in Hamburg" may name.
 */
export function readSchedule(
  text: string,
  home: string,
  places: readonly NamedPlace[] = [],
): Timing | ScheduleFault {
  const event = readEvent(text, places);
  if (event) return event;
  const line = /^cron\s+((?:\S+\s+){4}\S+)(.*)$/i.exec(text);
  if (!line && /^cron\b/i.test(text)) return no('no cron');
  const read = line ? { cron: line[1] ?? '', rest: line[2]?.trim() ?? '' } : readRhythm(text);
  if ('reason' in read) return read;
  const timeZone = read.rest === '' ? home : readZone(read.rest.replace(/^\((.*)\)$/, '$1'));
  if (timeZone === null) return no('zone', read.rest);
  const timing = { cron: read.cron, timeZone };
  if (followsCalendar(timing)) return readRule(timing.cron) ? timing : no('unclear', text);
  if (!readCron(timing)) return no('no cron');
  return nextSlots(timing, new Date(0), 1).length === 0 ? no('never') : timing;
}

/** Reads the known parts from the front; the rest names the zone. */
function readRhythm(text: string): { cron: string; rest: string } | ScheduleFault {
  const rhythm: Rhythm = { interval: null, daily: false, weekdays: [], dates: [], working: [], times: [] };
  let rest = text;
  for (;;) {
    rest = rest.replace(/^[\s,]+/, '');
    const found = rhythmParts
      .map(({ pattern, add }) => ({ match: pattern.exec(rest), add }))
      .find(({ match }) => match);
    if (!found?.match) break;
    found.add(rhythm, found.match);
    rest = rest.slice(found.match[0].length);
  }
  const cron = cronOf(rhythm);
  if (typeof cron === 'string') return { cron, rest };
  // A zone comes last: a word before any time is unknown.
  return rest !== '' && rhythm.times.length === 0 && !rhythm.interval ? no('unclear', rest) : cron;
}

function cronOf({ interval, daily, weekdays, dates, working, times }: Rhythm): string | ScheduleFault {
  const some = [interval, daily || weekdays.length > 0, dates.length > 0, working.length > 0].filter(
    Boolean,
  ).length;
  if (some === 0 && times.length === 0) return no('unclear');
  const days = `${dates.join(',') || '*'} * ${[...new Set(weekdays)].sort().join(',') || '*'}`;
  if (interval) {
    if (dates.length > 0 || working.length > 0 || times.length > 0) return no('two rhythms');
    const { every, of } = interval;
    if (every < 1 || of % every !== 0) return no('uneven');
    const step = every === 1 ? '*' : every === of ? '0' : `*/${every}`;
    return of === 60 ? `${every === 60 ? '0' : step} * ${days}` : `0 ${step} ${days}`;
  }
  if (some === 0) return no('no days');
  if ((weekdays.length > 0 && dates.length > 0) || (working.length > 0 && some > 1)) return no('two rhythms');
  const wrong = times.find(({ hour, minute }) => hour > 23 || minute > 59);
  if (wrong) return no('no such time', wrong.word);
  const [first] = times;
  if (!first) return no('no time');
  if (working.length > 0)
    return ruleText({ on: 'working-day', days: inOrder(working), times: clocks(times) });
  if (times.some(({ minute }) => minute !== first.minute)) return no('several minutes');
  const hours = [...new Set(times.map(({ hour }) => hour))].sort((a, b) => a - b);
  return `${first.minute} ${hours.join(',')} ${days}`;
}

function inOrder(days: readonly WorkingDay[]): readonly WorkingDay[] {
  return workingDays.filter((day) => days.includes(day));
}

/** "08:30", the earliest first. */
function clocks(times: Rhythm['times']): readonly string[] {
  const two = (n: number) => String(n).padStart(2, '0');
  return [...new Set(times.map(({ hour, minute }) => `${two(hour)}:${two(minute)}`))].sort();
}
