import { didYouMean } from '../text/names.ts';
import { nearestZone } from './read-zone.ts';

/** Why a text is not a schedule. `word`: the unreadable word, if there is just one. `near`: names that may be meant. */
export interface ScheduleFault {
  readonly reason: keyof typeof sentences;
  readonly word: string;
  readonly near?: readonly string[];
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
  place: (word: string, near: readonly string[]) =>
    `I know no location "${word}". ${near.length > 0 ? didYouMean(near) : '`/ops location` lists them.'}`,
  'several places': (word: string, near: readonly string[]) =>
    `Several locations are called "${word}". ${didYouMean(near)}`,
  'too long after': () => 'It comes at most 120 minutes after.',
};

export function faultSentence({ reason, word, near = [] }: ScheduleFault): string {
  return sentences[reason](word, near);
}

export function no(reason: ScheduleFault['reason'], word = '', near: readonly string[] = []): ScheduleFault {
  return near.length > 0 ? { reason, word, near } : { reason, word };
}
