import { distance } from 'fastest-levenshtein';
import { namedIn } from '../../../core/text/names.ts';
import type { Kpi, LackingKpi } from '../../../core/tokens/fact.ts';
import { readPeriod } from '../days/period.ts';
import { wordsFor } from './names.ts';

const mostNear = 5;
/** Of so many letters one may be wrong. */
const lettersForASlip = 3;

/** Why a question was not understood: the part of it that was not, and what may be meant by that. */
export type Misread =
  | { readonly tooLong: number }
  /** No figure; with the names of those that are near. */
  | { readonly unknown: string; readonly near: readonly string[] }
  /** The figure is known, and this names no days. */
  | { readonly noDays: string; readonly near: readonly string[]; readonly of: Kpi | LackingKpi }
  | { readonly noDimension: string; readonly of: Kpi }
  | { readonly noVersus: string };

/** Days as people name them most. */
const dayNames = [
  'today',
  'yesterday',
  ...['week', 'month', 'quarter', 'year'].flatMap((one) => [`this ${one}`, `last ${one}`]),
  ...'january february march april may june july august september october november december'.split(' '),
  ...[7, 30, 90].flatMap((many) => [`${many}d`, `last ${many} days`]),
];

/** Which part of a question it is that nobody understands: the days after a figure's name, or the name before days. */
export function whyNot(head: string, known: readonly (Kpi | LackingKpi)[], today: string): Misread {
  const words = head.split(' ');
  for (let at = words.length - 1; at > 0; at -= 1) {
    const [of] = namedIn(known, wordsFor, words.slice(0, at).join(' ')).exact;
    const rest = words.slice(at).join(' ');
    if (of && words[at] !== 'by') return { noDays: rest, near: nearest(dayNames, rest), of };
  }
  const days = words.findIndex((_, at) => at > 0 && readPeriod(words.slice(at).join(' '), today) !== null);
  if (days > 0) return unknown(words.slice(0, days).join(' '), known);
  const names = known.flatMap(wordsFor);
  const begins = words.map((_, at) => words.slice(0, words.length - at).join(' '));
  return unknown(begins.find((name) => nearest(names, name).length > 0) ?? head, known);
}

function unknown(name: string, known: readonly (Kpi | LackingKpi)[]): Misread {
  return { unknown: name, near: near(name, known) };
}

/** The names of those that may be meant: by a slip, as a part of a name, or that share a word with it. */
function near(words: string, known: readonly (Kpi | LackingKpi)[]): readonly string[] {
  const called = known.flatMap((one) => wordsFor(one).map((word) => ({ word, one })));
  const [slip] = nearest(
    called.map(({ word }) => word),
    words,
  );
  const slipped = called.flatMap(({ word, one }) => (word === slip ? [one] : []));
  if (slipped.length > 0) return namesOf(slipped);
  const { exact, like } = namedIn(known, wordsFor, words);
  const asked = words.split(' ').filter((word) => word.length > 2);
  const sharing = known.filter((one) =>
    wordsFor(one).some((name) => asked.some((word) => name.split(' ').includes(word))),
  );
  const meant = [...exact, ...like];
  return namesOf(meant.length > 0 ? meant : sharing);
}

/** Each once; some have a comma in their name. */
function namesOf(found: readonly (Kpi | LackingKpi)[]): readonly string[] {
  return [...new Set(found.map(({ name }) => `"${name}"`))].slice(0, mostNear);
}

/** Those that are a few letters away, the nearest first; a third of the letters wrong is another word. */
function nearest(words: readonly string[], typed: string): readonly string[] {
  return words
    .map((word) => ({ word, slips: distance(word, typed) }))
    .filter(({ word, slips }) => slips <= Math.min(word.length, typed.length) / lettersForASlip)
    .toSorted((a, b) => a.slips - b.slips)
    .map(({ word }) => word);
}
