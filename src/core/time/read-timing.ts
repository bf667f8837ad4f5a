import { nearestZone, readZone } from './read-zone.ts';
import { type Rhythm, rhythmParts } from './rhythm.ts';
import { nextSlots } from './slots.ts';
import { readCron, type Timing } from './timing.ts';

/** Why a text is not a schedule. `word`: the unreadable word, if there is just one. */
export interface ScheduleFault {
  readonly reason: keyof typeof sentences;
  readonly word: string;
}

const sentences = {
  unclear: (word: string) =>
    word === '' ? 'Say when it should run.' : `I do not understand "${word}" in a schedule.`,
  'no time': () => 'Say at what time of day, such as 08:30 or 7am.',
  'no days': () => 'Say on which days, such as every weekday, every Monday or first of the month.',
  'two rhythms': () => 'Days of the week, days of the month and "every 15 minutes" do not go together.',
  'several minutes': () => 'Times of one schedule share their minute, such as 09:00 and 17:00.',
  uneven: () => 'Minutes must divide the hour and hours the day: every 15 minutes, every 6 hours.',
  'no such time': (word: string) => `${word} is not a time of day.`,
  'no cron': () => 'After "cron" come five fields: minute, hour, day of the month, month, day of the week.',
  never: () => 'That moment never comes.',
  zone(word: string) {
    const nearest = nearestZone(word);
    const hint = nearest ? `Did you mean ${nearest}?` : 'Name a city, such as Europe/Berlin or New York.';
    return `I know no time zone "${word}". ${hint}`;
  },
};

/** Examples for people whose words could not be read. */
export const scheduleExamples = [
  'every weekday 08:30 Europe/Berlin',
  'every Monday and Thursday 7am',
  'every 15 minutes',
  'first of the month 09:00',
  'cron 30 8 * * 1-5',
] as const;

export function faultSentence({ reason, word }: ScheduleFault): string {
  return sentences[reason](word);
}

/**
 * Reads phrases like "every weekday 08:30 Europe/Berlin"; see `scheduleExamples`. Without a zone it uses `home`, an
 * IANA name.
 */
export function readSchedule(text: string, home: string): Timing | ScheduleFault {
  const line = /^cron\s+((?:\S+\s+){4}\S+)(.*)$/i.exec(text);
  if (!line && /^cron\b/i.test(text)) return no('no cron');
  const read = line ? { cron: line[1] ?? '', rest: line[2]?.trim() ?? '' } : readRhythm(text);
  if ('reason' in read) return read;
  const timeZone = read.rest === '' ? home : readZone(read.rest.replace(/^\((.*)\)$/, '$1'));
  if (timeZone === null) return no('zone', read.rest);
  const timing = { cron: read.cron, timeZone };
  if (!readCron(timing)) return no('no cron');
  return nextSlots(timing, new Date(0), 1).length === 0 ? no('never') : timing;
}

/** Reads the known parts from the front; the rest names the zone. */
function readRhythm(text: string): { cron: string; rest: string } | ScheduleFault {
  const rhythm: Rhythm = { interval: null, daily: false, weekdays: [], dates: [], times: [] };
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

function cronOf({ interval, daily, weekdays, dates, times }: Rhythm): string | ScheduleFault {
  const some = [interval, daily || weekdays.length > 0, dates.length > 0].filter(Boolean).length;
  if (some === 0 && times.length === 0) return no('unclear');
  const days = `${dates.join(',') || '*'} * ${[...new Set(weekdays)].sort().join(',') || '*'}`;
  if (interval) {
    if (dates.length > 0 || times.length > 0) return no('two rhythms');
    const { every, of } = interval;
    if (every < 1 || of % every !== 0) return no('uneven');
    const step = every === 1 ? '*' : every === of ? '0' : `*/${every}`;
    return of === 60 ? `${every === 60 ? '0' : step} * ${days}` : `0 ${step} ${days}`;
  }
  if (some === 0) return no('no days');
  if (weekdays.length > 0 && dates.length > 0) return no('two rhythms');
  const wrong = times.find(({ hour, minute }) => hour > 23 || minute > 59);
  if (wrong) return no('no such time', wrong.word);
  const [first] = times;
  if (!first) return no('no time');
  if (times.some(({ minute }) => minute !== first.minute)) return no('several minutes');
  const hours = [...new Set(times.map(({ hour }) => hour))].sort((a, b) => a - b);
  return `${first.minute} ${hours.join(',')} ${days}`;
}

function no(reason: ScheduleFault['reason'], word = ''): ScheduleFault {
  return { reason, word };
}
