import { capitalized } from '../../../core/text/sentence.ts';
import { anyFile, type FeedKey } from './model.ts';

const kindWords: Readonly<Record<string, string>> = { levels: 'stock levels', purchases: 'purchase orders' };

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
  return capitalized(name);
}
