/** Days that calendars decide: the first and the last working day of a month, or each. */
export const workingDays = ['1', 'L', '*'] as const;
export type WorkingDay = (typeof workingDays)[number];

/** At most so many minutes after a cut-off or a closing. */
export const longestDelayMin = 120;

/**
 * A recurring time that follows calendars of the shop. In a `Timing` it stands in place of the five fields, with an @ before
 * it: "@cut-off HAM +10", "@closing", "@working-day 1 09:00".
 */
export type CalendarRule =
  | {
      readonly on: 'cut-off' | 'closing';
      /** A location's code; null: each location. Its own clocks count, so the zone of the timing says nothing. */
      readonly location: string | null;
      readonly delayMin: number;
    }
  | { readonly on: 'working-day'; readonly days: readonly WorkingDay[]; readonly times: readonly string[] };

/** Whether a timing follows calendars, and not the clock alone. */
export function followsCalendar({ cron }: { readonly cron: string }): boolean {
  return cron.startsWith('@');
}

/** Null: no version of ours wrote it. */
export function readRule(cron: string): CalendarRule | null {
  const event = /^@(cut-off|closing)(?: ([\w-]{1,20}))?(?: \+(\d{1,3}))?$/.exec(cron);
  if (event) {
    const [, on, location = null, delay = '0'] = event;
    return { on: on === 'closing' ? on : 'cut-off', location, delayMin: Number(delay) };
  }
  const [, days = '', times = ''] =
    /^@working-day ([1L*](?:,[1L*])*) (\d\d:\d\d(?:,\d\d:\d\d)*)$/.exec(cron) ?? [];
  if (days === '') return null;
  const named = days.split(',');
  return {
    on: 'working-day',
    days: workingDays.filter((day) => named.includes(day)),
    times: times.split(','),
  };
}

/** The text that `readRule` reads. */
export function ruleText(rule: CalendarRule): string {
  if (rule.on === 'working-day') return `@working-day ${rule.days.join(',')} ${rule.times.join(',')}`;
  const { on, location, delayMin } = rule;
  return [`@${on}`, ...(location ? [location] : []), ...(delayMin > 0 ? [`+${delayMin}`] : [])].join(' ');
}
