import { distance } from 'fastest-levenshtein';
import { codeKey } from './code-key.ts';
import { listOf } from './sentence.ts';

/** Shorter ones are like too many others. */
const shortestMisspelt = 3;
/** From here on, two slips still leave no doubt. */
const longWord = 7;

export interface Named<T> {
  /** Those that bear the name. */
  readonly exact: readonly T[];
  /** Else those that may be meant: a name of theirs begins so, or differs by a slip; the likeliest first. */
  readonly like: readonly T[];
}

/** Which of a few things, such as locations or carriers, a person means by a name. Codes and names count alike. */
export function namedIn<T>(
  all: readonly T[],
  namesOf: (one: T) => readonly string[],
  typed: string,
): Named<T> {
  const key = codeKey(typed);
  if (key === '') return { exact: [], like: [] };
  const exact = all.filter((one) => namesOf(one).some((name) => codeKey(name) === key));
  if (exact.length > 0) return { exact, like: [] };
  const wanted = wordsOf(typed);
  const slipsTo = (one: T) => Math.min(...namesOf(one).map((name) => slipsIn(wordsOf(name), wanted)));
  const like = all
    .map((one) => ({ one, slips: slipsTo(one) }))
    .filter(({ slips }) => slips < Number.POSITIVE_INFINITY)
    .toSorted((a, b) => a.slips - b.slips)
    .map(({ one }) => one);
  return { exact, like };
}

const mostNamed = 3;

/** "Did you mean DHL or DPD?": what to try where a name fits none, or several. */
export function didYouMean(names: readonly string[]): string {
  return `Did you mean ${listOf(names.slice(0, mostNamed), 'or')}?`;
}

/** Whether each of some words begins a word of a text, or is a slip away from one. */
export function hasWordsLike(text: string, words: readonly string[]): boolean {
  return slipsIn(wordsOf(text), words.flatMap(wordsOf)) < Number.POSITIVE_INFINITY;
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** How many slips make `wanted` words of a name; infinite: they are none. */
function slipsIn(name: readonly string[], wanted: readonly string[]): number {
  if (wanted.length === 0) return Number.POSITIVE_INFINITY;
  return wanted.reduce((sum, word) => sum + Math.min(...name.map((one) => slipsBetween(one, word))), 0);
}

function slipsBetween(name: string, typed: string): number {
  if (typed.length > 1 && name.startsWith(typed)) return 0;
  if (typed.length < shortestMisspelt) return Number.POSITIVE_INFINITY;
  const most = typed.length < longWord ? 1 : 2;
  if (Math.abs(name.length - typed.length) > most) return Number.POSITIVE_INFINITY;
  const slips = changedPlaces(name, typed) ? 1 : distance(name, typed);
  return slips <= most ? slips : Number.POSITIVE_INFINITY;
}

/** "dlh" for "dhl": two neighbours changed places. */
function changedPlaces(name: string, typed: string): boolean {
  if (name.length !== typed.length) return false;
  const at = [...name].findIndex((letter, i) => letter !== typed[i]);
  return (
    at >= 0 &&
    name[at] === typed[at + 1] &&
    name[at + 1] === typed[at] &&
    name.slice(at + 2) === typed.slice(at + 2)
  );
}
