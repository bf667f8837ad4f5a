/** Matches a day of the week, in full or shortened: "Mon", "tues", "Fridays". Its group is the name itself. */
export const weekdayPattern = '(mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:days?)?';

const names = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** 1 is Monday, 7 is Sunday. For a word that `weekdayPattern` matches. */
export function weekdayOf(word: string): number {
  return names.indexOf(word.slice(0, 3).toLowerCase()) + 1;
}

/** Of a calendar day, such as 2026-03-02: 1 is Monday, 7 is Sunday. */
export function weekdayOn(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
}
