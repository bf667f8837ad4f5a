import { codeKey } from '../../../core/text/code-key.ts';
import { countryName } from '../../../core/text/country.ts';
import { namedIn } from '../../../core/text/names.ts';
import { eitherEnd } from '../parcels/model.ts';

/** A carrier, a lane, or lanes from, to or between ends. */
export interface WayNamed {
  /** What a button carries. */
  readonly code: string;
  /** "DHL", "HAM → DE 10", "from HAM". */
  readonly words: string;
  /** All that it is called. */
  readonly says: readonly string[];
}

interface Known {
  readonly code: string;
  readonly name: string;
}

/** All that lanes from, to or between ends are called: by codes and names of locations and countries. */
export function endsSaid(
  { from, to }: { readonly from: string | null; readonly to: string | null },
  places: readonly Known[],
): readonly string[] {
  const starts = from === null ? [] : [from, ...namesOf(from, places)];
  const goals = to === null ? [] : [to, ...countryNames(to)];
  if (from !== null && to !== null)
    return starts.flatMap((start) => goals.flatMap((goal) => [`${start} → ${goal}`, `${start} to ${goal}`]));
  const word = from === null ? 'to' : 'from';
  return [...starts, ...goals].flatMap((one) => [one, `${word} ${one}`]);
}

/** What a lane begins with is a location's code, else a country's. */
function namesOf(origin: string, places: readonly Known[]): readonly string[] {
  const place = places.find(({ code }) => code === origin);
  return place ? [place.name] : countryNames(origin);
}

function countryNames(code: string): readonly string[] {
  return /^[A-Z]{2}$/.test(code) ? [countryName(code)] : [];
}

/** The way that words mean, by its code; else those that they may mean, the likeliest first. */
export function wayNamed(
  ways: readonly WayNamed[],
  asked: string,
): { readonly code: string } | { readonly near: readonly WayNamed[]; readonly fits: boolean } {
  const spelt = ways.filter(({ says }) => says.some((one) => laneKey(one) === laneKey(asked)));
  const [first] = spelt;
  // "DE" is from there, or to there. A lane without an area is one of those between its ends.
  const isOne = spelt.every(({ code }) => !'ft'.includes(code.slice(0, 1))) || spelt.length === 1;
  if (first && isOne) return first;
  if (first) return { near: spelt, fits: true };
  const isLane = ({ code }: WayNamed) => 'lo'.includes(code.slice(0, 1));
  const likeOf = (some: readonly WayNamed[]) => namedIn(some, ({ says }) => says, asked).like;
  const single = likeOf(ways.filter((one) => !isLane(one)));
  const near = single.length > 0 ? single : likeOf(ways.filter(isLane));
  const [only] = near;
  const isSure = near.length === 1 && only?.says.some((one) => isNearly(laneKey(one), laneKey(asked)));
  return only && isSure ? only : { near, fits: false };
}

/**
 * Words that name two ways: a carrier and lanes are one question, "Germany DHL", as a button carries both; of two carriers or two
 * lanes it says which. Null: they do not.
 */
export function twoWays(
  ways: readonly WayNamed[],
  asked: string,
): { readonly code: string } | { readonly one: string; readonly other: string } | null {
  const words = asked.split(' ');
  for (let n = 1; n < words.length; n++) {
    const [one, other] = [words.slice(0, n).join(' '), words.slice(n).join(' ')];
    const [first, second] = [codeNamed(ways, one), codeNamed(ways, other)];
    if (first === null || second === null) continue;
    const isCarrier = (code: string) => code.startsWith('c');
    if (isCarrier(first) === isCarrier(second)) return { one, other };
    return { code: isCarrier(first) ? `${first}${second}` : `${second}${first}` };
  }
  return null;
}

/** A country from which parcels come and to which they go means both ends where a carrier is named beside it. */
function codeNamed(ways: readonly WayNamed[], text: string): string | null {
  const found = wayNamed(ways, text);
  if ('code' in found) return found.code;
  const [end] = found.near;
  return found.fits && end ? eitherEnd(end.code) : null;
}

/** "ham → de 10" is "HAM → DE 10". */
function laneKey(text: string): string {
  return codeKey(text).replaceAll(/[^\p{L}\p{N}]+/gu, '');
}

/** Its beginning, or letters in another order: another letter may be another name. */
function isNearly(name: string, typed: string): boolean {
  const sorted = (text: string) => [...text].toSorted().join('');
  return name.startsWith(typed) || sorted(name) === sorted(typed);
}
