import { count, listOf } from '../text/sentence.ts';
import { type CalendarRule, readRule, type WorkingDay } from './calendars/rule.ts';
import type { Timing } from './timing.ts';

const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/** "every weekday at 08:30 (Europe/Berlin)": `readSchedule` reads it as the same schedule again. */
export function describeSchedule({ cron, timeZone }: Timing): string {
  const rule = readRule(cron);
  if (rule && rule.on !== 'working-day') return eventWords(rule);
  return `${rule ? workingDayWords(rule) : rhythmOf(cron)} (${timeZone})`;
}

/** "10 minutes after each cut-off in HAM", "at the end of the day": by the clocks there, so without a zone. */
function eventWords({ on, location, delayMin }: Exclude<CalendarRule, { on: 'working-day' }>): string {
  const what = on === 'cut-off' ? 'each cut-off' : 'the end of the day';
  const before = on === 'closing' && delayMin === 0 ? 'at' : 'after';
  const delay = delayMin > 0 ? `${count(delayMin, 'minute')} ` : '';
  return `${delay}${before} ${what}${location ? ` in ${location}` : ''}`;
}

const workingDayNames: Readonly<Record<WorkingDay, string>> = {
  '1': 'the first working day of the month',
  L: 'the last working day of the month',
  '*': 'every working day',
};

function workingDayWords({ days, times }: Extract<CalendarRule, { on: 'working-day' }>): string {
  const named = listOf(days.map((day) => workingDayNames[day]));
  return `${named.startsWith('the ') ? 'on ' : ''}${named} at ${listOf(times)}`;
}

function rhythmOf(cron: string): string {
  const [minute = '', hour = '', date = '', month = '', weekday = ''] = cron.split(/\s+/);
  const days = month === '*' ? daysOf(date, weekday) : null;
  const on = days === 'every day' ? '' : ` on ${days}`;
  const steps = /^\*\/(\d+)$/;
  if (days !== null && hour === '*') {
    if (minute === '0') return `every hour${on}`;
    if (minute === '*') return `every minute${on}`;
    const [, every] = steps.exec(minute) ?? [];
    if (every) return `every ${every} minutes${on}`;
  }
  if (days !== null && minute === '0') {
    const [, every] = steps.exec(hour) ?? [];
    if (every) return `every ${every} hours${on}`;
  }
  if (days === null || !/^\d+$/.test(minute) || !/^\d+(,\d+)*$/.test(hour)) return `cron ${cron}`;
  const times = hour.split(',').map((one) => `${one.padStart(2, '0')}:${minute.padStart(2, '0')}`);
  return `${days.startsWith('the ') ? 'on ' : ''}${days} at ${listOf(times)}`;
}

/** Null: too complex for words. */
function daysOf(date: string, weekday: string): string | null {
  if (date === '*') return weekdaysOf(weekday);
  if (weekday !== '*') return null;
  const words: Readonly<Record<string, string>> = {
    L: 'the last day',
    LW: 'the last weekday',
    '1W': 'the first weekday',
  };
  const day = words[date] ?? (/^\d{1,2}$/.test(date) ? `the ${ordinal(Number(date))}` : null);
  return day && `${day} of the month`;
}

function weekdaysOf(weekday: string): string | null {
  if (weekday === '*') return 'every day';
  if (weekday === '1-5') return 'every weekday';
  const [, day, nth] = /^([0-6])(?:#([1-5])|L)$/.exec(weekday) ?? [];
  if (day) return `the ${nth ? ordinal(Number(nth)) : 'last'} ${weekdays[Number(day)]} of the month`;
  if (!/^[0-6](,[0-6])*$/.test(weekday)) return null;
  // Weeks begin on Monday.
  const listed = weekday.split(',').map(Number);
  const inOrder = listed.sort((a, b) => ((a + 6) % 7) - ((b + 6) % 7));
  return `every ${listOf(inOrder.map((one) => weekdays[one] ?? ''))}`;
}

function ordinal(n: number): string {
  if (n === 1) return 'first';
  const suffix = n > 10 && n < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][n % 10] ?? 'th');
  return `${n}${suffix}`;
}
