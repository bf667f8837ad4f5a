/** Matches a day of the week, in full or shortened: "Mon", "tues", "Fridays". Its group is the name itself. */
export const weekdayPattern = '(mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:days?)?';

const names = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** 1 is Monday, 7 is Sunday. For a word that `weekdayPattern` matches. */
export function weekdayOf(word: string): number {
  return names.indexOf(word.slice(0, 3).toLowerCase()) + 1;
}
