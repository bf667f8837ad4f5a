import { distance } from 'fastest-levenshtein';
import { namedIn } from '../../../core/text/names.ts';
import { type Dimension, isLacking, type Kpi, type LackingKpi } from '../../../core/tokens/fact.ts';
import { type Period, readPeriod, usualPeriod, usualUntilNow } from '../days/period.ts';
import type { Versus } from '../days/shapes.ts';
import { type Misread, whyNot } from './misread.ts';
import { mostWords, plainOf, wordsFor } from './names.ts';
import { readVersus } from './versus.ts';

/** What somebody asked, as it was understood. */
export interface Asked {
  readonly about: Kpi | LackingKpi;
  readonly period: Period;
  readonly by: Dimension | null;
  readonly versus: Versus | null;
  /** All digits are asked for. */
  readonly isExact: boolean;
}

/**
 * Reads "on time 30d by carrier vs last year exactly". Each part may be absent but the name, which is found by its key, its name, what
 * people call it, and with a letter missing.
 */
export function readAsked(
  text: string,
  known: readonly (Kpi | LackingKpi)[],
  today: string,
): Asked | Misread {
  const whole = plainOf(text);
  if (whole.split(' ').length > mostWords) return { tooLong: mostWords };
  const plain = whole.replace(/ (?:exact|exactly|to the last digit)$/, '');
  const isExact = plain !== whole;
  const [, head = plain, against = ''] =
    /^(.*?) (?:vs|versus|against|compared (?:to|with)) (?:the )?(.+)$/.exec(plain) ?? [];
  const asked = (found: Found, by: Dimension | null): Asked | Misread => {
    const { about, period } = found;
    const versus = against === '' ? null : readVersus(against, period, today);
    if (against !== '' && versus === null) return { noVersus: against };
    return { about, period, by, versus, isExact };
  };
  const alone = named(head, known, today);
  if (alone?.isExact) return asked(alone, null);
  const cut = [...splits(head)].flatMap(({ front, by, rest }) => {
    const found = named(`${front} ${rest}`.trim(), known, today);
    return found ? [{ found, by }] : [];
  });
  for (const { found, by } of cut) {
    const one = isLacking(found.about) ? null : dimensionOf(found.about, by);
    if (one) return asked(found, one);
  }
  if (alone) return asked(alone, null);
  // What is split by a name that some figure can be split by is looked at without that.
  const split = [...splits(head)].find(({ by }) =>
    known.some((one) => !isLacking(one) && dimensionOf(one, by)),
  );
  const [first] = cut;
  // All but the split was understood.
  if (!split && first && !isLacking(first.found.about))
    return { noDimension: first.by, of: first.found.about };
  const why = whyNot(split ? `${split.front} ${split.rest}`.trim() : head, known, today);
  if ('noDays' in why) return why;
  if (first && !isLacking(first.found.about)) return { noDimension: first.by, of: first.found.about };
  return why;
}

/** Around each "by", the last first: a figure may be called "late by carrier". The words of a dimension may be several. */
function* splits(
  head: string,
): Iterable<{ readonly front: string; readonly by: string; readonly rest: string }> {
  const words = head.split(' ');
  for (let at = words.length - 2; at > 0; at -= 1) {
    if (words[at] !== 'by') continue;
    const from = words[at + 1] === 'the' ? at + 2 : at + 1;
    for (let to = from + 1; to <= words.length; to += 1)
      yield {
        front: words.slice(0, at).join(' '),
        by: words.slice(from, to).join(' '),
        rest: words.slice(to).join(' '),
      };
  }
}

type Found = Pick<Asked, 'about' | 'period' | 'isExact'>;

function named(words: string, known: readonly (Kpi | LackingKpi)[], today: string): Found | null {
  const all = words.split(' ');
  // The longest words that are days first: "last week" is not a figure called "orders last".
  const cuts = all.flatMap((_, i) => {
    const days = all.slice(i + 1).join(' ');
    const period = days === '' ? usualPeriod(today) : readPeriod(days, today);
    const name = all.slice(0, i + 1).join(' ');
    return period ? [{ name, found: namedIn(known, wordsFor, name), period, isUsual: days === '' }] : [];
  });
  const periodFor = (about: Kpi | LackingKpi, { period, isUsual }: (typeof cuts)[number]) =>
    isUsual && !isLacking(about) && about.measure.kind === 'standing' ? usualUntilNow(today) : period;
  for (const cut of cuts) {
    const [about] = cut.found.exact;
    if (about) return { about, period: periodFor(about, cut), isExact: true };
  }
  for (const cut of cuts) {
    const { name, found } = cut;
    const slipped = known.filter((one) => wordsFor(one).some((word) => isSlip(word, name)));
    const [about, ...others] = slipped.length > 0 ? slipped : found.like;
    if (about && others.length === 0) return { about, period: periodFor(about, cut), isExact: false };
  }
  return null;
}

/** Whether they differ by one letter; of short words all are alike. */
function isSlip(word: string, typed: string): boolean {
  return typed.length > 4 && distance(word, typed) === 1;
}

/** The dimension that is called this, alone or in the plural. */
export function dimensionOf({ facts }: Kpi, words: string): Dimension | null {
  const names = (one: Dimension) => [one.name.replaceAll('_', ' '), one.title, ...(one.words ?? [])];
  return (
    facts.dimensions.find((one) => names(one).some((name) => name === words || `${name}s` === words)) ?? null
  );
}
