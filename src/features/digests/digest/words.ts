import { describeSchedule } from '../../../core/time/timing-words.ts';
import type { Digest, Period } from './model.ts';

const words: Readonly<Record<Period, string>> = {
  yesterday: 'yesterday',
  'since last': 'the days since the last one',
  today: 'today so far',
  'last 7 days': 'the last 7 days',
  'last week': 'last week',
  'this month': 'this month until yesterday',
  'last month': 'last month',
  'next 7 days': 'the next 7 days',
};

/** Which days it is about: "the days since the last one". */
export function periodWords(period: Period): string {
  return words[period];
}

/** "every weekday at 08:30 (Europe/Berlin)". */
export function timesWords({ schedule }: Pick<Digest, 'schedule'>): string {
  return describeSchedule(schedule);
}
