import type { WorkingDay } from './calendars/rule.ts';
import { weekdayPattern as day, weekdayOf } from './weekdays.ts';

/** The rhythm as far as it has been read. */
export interface Rhythm {
  /** Every so many of the 60 minutes or the 24 hours. */
  interval: { readonly every: number; readonly of: 60 | 24 } | null;
  daily: boolean;
  /** As cron writes them: `1-5`, `4`, `1#1`. */
  readonly weekdays: string[];
  /** As cron writes them: `1`, `L`, `1W`. */
  readonly dates: string[];
  /** Days that the business works. */
  readonly working: WorkingDay[];
  readonly times: { readonly hour: number; readonly minute: number; readonly word: string }[];
}

export interface Part {
  readonly pattern: RegExp;
  readonly add: (rhythm: Rhythm, match: RegExpExecArray) => void;
}

const end = '(?![\\w/:])';

/** The parts of a schedule in words. Each reads from the front of the remaining text; the first match counts. */
export const rhythmParts: readonly Part[] = [
  {
    pattern: part('(\\d{1,2})(?:[:.](\\d{2}))? ?(am|pm)'),
    add: ({ times }, [word, hour, minute = '0', half = '']) => {
      const onDial = Number(hour) % 12;
      const wrong = Number(hour) > 12 || Number(hour) === 0;
      const offset = half.toLowerCase() === 'pm' ? 12 : 0;
      times.push({ hour: wrong ? Number.POSITIVE_INFINITY : onDial + offset, minute: Number(minute), word });
    },
  },
  {
    pattern: part('(\\d{1,2})[:.](\\d{2})'),
    add: ({ times }, [word, hour, minute]) =>
      times.push({ hour: Number(hour), minute: Number(minute), word }),
  },
  {
    pattern: part('noon|midnight'),
    add: ({ times }, [word]) => times.push({ hour: word.toLowerCase() === 'noon' ? 12 : 0, minute: 0, word }),
  },
  {
    pattern: part('(?:(\\d+) )?(?:(minute|min)s?|hours?|hourly)'),
    add: (rhythm, [, every = '1', minutes]) => {
      rhythm.interval = { every: Number(every), of: minutes ? 60 : 24 };
    },
  },
  {
    pattern: part('(?:first|1st|(last)) (?:working|business) day'),
    add: ({ working }, [, last]) => working.push(last ? 'L' : '1'),
  },
  {
    pattern: part(`(?:(\\d{1,2})(?:st|nd|rd|th)|first|(last))(?: (?:(weekday|working day)|${day}|day))?`),
    add: ({ dates, weekdays }, [, date = '1', last, working, weekday]) => {
      if (weekday) weekdays.push(last ? `${numberOf(weekday)}L` : `${numberOf(weekday)}#${date}`);
      else if (working) dates.push(last ? 'LW' : `${date}W`);
      else dates.push(last ? 'L' : date);
    },
  },
  { pattern: part('(?:working|business) days?'), add: ({ working }) => working.push('*') },
  { pattern: part('weekdays?'), add: ({ weekdays }) => weekdays.push('1-5') },
  { pattern: part('weekends?'), add: ({ weekdays }) => weekdays.push('0', '6') },
  {
    pattern: part(`${day}(?: ?(?:-|to|through) ?${day})?`),
    add: ({ weekdays }, [, from = '', to = from]) => {
      const length = (numberOf(to) - numberOf(from) + 7) % 7;
      const named = Array.from({ length: length + 1 }, (_, i) => String((numberOf(from) + i) % 7));
      weekdays.push(...(named.join() === '1,2,3,4,5' ? ['1-5'] : named));
    },
  },
  {
    pattern: part('days?|daily'),
    add: (rhythm) => {
      rhythm.daily = true;
    },
  },
  { pattern: part('every|each|at|on|the|of|and|month|monthly|weekly'), add: () => {} },
];

function part(words: string): RegExp {
  return new RegExp(`^(?:${words})${end}`, 'i');
}

/** As cron counts: Sunday is 0. */
function numberOf(day: string): number {
  return weekdayOf(day) % 7;
}
