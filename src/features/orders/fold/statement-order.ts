import type { Kept } from '../telling/hash.ts';

/**
 * The statements in the order in which they count: by when they were true, never by when they came. Of two of one
 * moment the greater hash counts, on every replica. What was stored before statements were kept comes first: it knows
 * when the rows were read, not when they became true.
 */
export function inOrder(statements: readonly Kept[]): readonly Kept[] {
  const apart = new Map(statements.map((one) => [[...keysOf(one)].join('\n'), one]));
  return [...apart.values()].sort((a, b) => {
    const [of, against] = [keysOf(a), keysOf(b)];
    const n = of.findIndex((key, at) => key !== against[at]);
    return n < 0 ? 0 : (of[n] ?? 0) < (against[n] ?? 0) ? -1 : 1;
  });
}

function keysOf(one: Kept): readonly (string | number)[] {
  return [isRebuilt(one.source) ? 0 : 1, one.versionAt.getTime(), one.hash, one.source, one.facet];
}

/** Whether a statement was made from rows: anything that somebody told beats its moments. */
export function isRebuilt(source: string): boolean {
  return source === 'file migrated' || source === 'file seed';
}
