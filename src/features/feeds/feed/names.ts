import { anyFile, type FeedKey } from './model.ts';

const kindWords: Readonly<Record<string, string>> = { levels: 'stock levels' };

/** "stock levels", "orders". */
export function kindOf({ kind }: Pick<FeedKey, 'kind'>): string {
  return kindWords[kind] ?? kind;
}

/** "files", "3PL". */
export function sourceOf({ source }: Pick<FeedKey, 'source'>): string {
  return source === anyFile ? 'files' : source;
}

/** "stock levels from 3PL, Rotterdam". `location`: the name of the one it is about. */
export function nameOf(feed: FeedKey, location: string | null): string {
  return `${kindOf(feed)} from ${sourceOf(feed)}${location === null ? '' : `, ${location}`}`;
}

/** At the beginning of a line. */
export function titleOf(feed: FeedKey, location: string | null): string {
  const name = nameOf(feed, location);
  return `${name.slice(0, 1).toUpperCase()}${name.slice(1)}`;
}

/** "40 s", "12 min 5 s", "3 h 20 min": a duration of so many seconds in its two largest units. */
export function secondsWords(seconds: number): string {
  const units = [
    [Math.floor(seconds / 86_400), seconds >= 172_800 ? 'days' : 'day'],
    [Math.floor(seconds / 3_600) % 24, 'h'],
    [Math.floor(seconds / 60) % 60, 'min'],
    [seconds % 60, 's'],
  ] as const;
  const first = units.findIndex(([n]) => n > 0);
  if (first < 0) return '0 s';
  return units
    .slice(first, first + 2)
    .filter(([n]) => n > 0)
    .map(([n, unit]) => `${n} ${unit}`)
    .join(' ');
}
