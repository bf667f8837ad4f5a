import type { Scope } from '../../../core/runtime/database.ts';
import { codeKey } from '../../../core/text/code-key.ts';
import { type Hit, looksLikeCode } from '../card/rules.ts';
import { findBeside, findNearBarcode, findNearCode } from './code-store.ts';
import type { Meant, TypedWord } from './rules.ts';
import { findInShortTitles, findInTitles, soldOf, type TitleHit, type Together } from './title-store.ts';
import { typedWords, wordsLike } from './word-store.ts';

/** Shorter words are like too many others to stand for one of them. */
const shortestMisspelt = 4;
/** For a suggestion, shorter ones may. */
const shortestNear = 2;
/** Of how many it is asked what sells. */
const mostRanked = 50;

/**
 * SKUs whose titles have all the words, best first. Words that no title has stand for longer ones, or for those like
 * them; where titles have each word but none has all, every word does. Whole words hide parts of words.
 */
export async function titlesWith(
  scope: Scope,
  text: string,
  { limit, today }: { readonly limit: number; readonly today: string },
): Promise<readonly Hit[]> {
  const typed = telling(await typedWords(scope, text));
  if (typed.length === 0) return [];
  const strict = await Promise.all(typed.map((word) => meaningOf(scope, word, shortestMisspelt)));
  const hits = await find(scope, strict, 'all', mostRanked);
  if (hits.length > 0) return await wantedFirst(scope, wholeOnly(hits, typed), today, limit);
  const wide = await Promise.all(
    typed.map(async (word) => {
      const like = word.typed.length < shortestMisspelt ? [] : await wordsLike(scope, word.typed);
      return { typed: word.typed, words: [word.typed, ...word.longer, ...like] };
    }),
  );
  return await wantedFirst(scope, await find(scope, wide, 'all', mostRanked), today, limit);
}

/** Of titles that fit alike, what sells comes first. */
async function wantedFirst(
  scope: Scope,
  hits: readonly TitleHit[],
  today: string,
  limit: number,
): Promise<readonly Hit[]> {
  if (hits.length < 2) return hits;
  const sold = await soldOf(
    scope,
    hits.map(({ id }) => id),
    today,
  );
  const of = ({ id }: TitleHit) => sold.get(id) ?? 0n;
  return hits
    .toSorted((a, b) => alikeness(b) - alikeness(a) || Number(of(b) - of(a)) || bestFirst(a, b))
    .slice(0, limit);
}

const alikeness = ({ likeness }: TitleHit) => Math.round(likeness * 10);

/** For "did you mean": codes or barcodes that are nearly the one typed, else titles with some of the words, else codes beside it. */
export async function nearestTo(
  scope: Scope,
  text: string,
  words: readonly string[],
  limit: number,
): Promise<readonly Hit[]> {
  for (const typed of [text, ...words.filter(looksLikeCode)].slice(0, 4)) {
    const near = await findNearCode(scope, codeKey(typed), limit);
    if (near.length > 0) return near;
  }
  const barcodes = await findNearBarcode(scope, codeKey(text), limit);
  if (barcodes.length > 0) return barcodes;
  const typed = telling(await typedWords(scope, words.join(' ')));
  const meant = await Promise.all(typed.map((word) => meaningOf(scope, word, shortestNear)));
  const titled = meant.length > 0 ? await find(scope, meant, 'any', limit) : [];
  return titled.length > 0 ? titled : await findBeside(scope, codeKey(text), limit);
}

/** Single letters say something only where there is nothing else. */
function telling(typed: readonly TypedWord[]): readonly TypedWord[] {
  const longer = typed.filter((word) => word.typed.length > 1);
  return longer.length > 0 ? longer : typed;
}

/** `from`: how many letters a misspelt word must have. */
async function meaningOf(scope: Scope, { typed, isKnown, longer }: TypedWord, from: number): Promise<Meant> {
  if (isKnown) return { typed, words: [typed] };
  if (longer.length > 0) return { typed, words: longer };
  const like = typed.length < from ? [] : await wordsLike(scope, typed);
  return { typed, words: like.length > 0 ? like : [typed] };
}

async function find(
  scope: Scope,
  meant: readonly Meant[],
  together: Together,
  limit: number,
): Promise<readonly TitleHit[]> {
  const { hits, isPart } = await findInTitles(scope, meant, together, limit);
  if (!isPart) return hits;
  const all = [...hits, ...(await findInShortTitles(scope, meant, together, limit))];
  return [...new Map(all.map((hit) => [hit.id, hit])).values()].toSorted(bestFirst).slice(0, limit);
}

function bestFirst(a: TitleHit, b: TitleHit): number {
  return b.likeness - a.likeness || a.title.length - b.title.length || (a.code < b.code ? -1 : 1);
}

function wholeOnly(hits: readonly TitleHit[], typed: readonly TypedWord[]): readonly TitleHit[] {
  const whole = hits.filter(({ likeness }) => likeness > typed.length - 0.01);
  return whole.length > 0 ? whole : hits;
}
