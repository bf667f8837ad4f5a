import { codeKey } from '../../../core/text/code-key.ts';
import { CompactMap } from '../../../core/text/compact-map.ts';
import { type ImportRow, textOf } from '../../../core/tokens/import-row.ts';
import { keyIn } from './rules.ts';

/**
 * The last good row of each line of a file: what a file says later counts. Which locations there are is known only after all
 * rows were seen, so the last row is kept for each location that the line is said to arrive at.
 */
export class LastRows {
  readonly #last = new CompactMap();
  /** Codes of locations, by their keys; empty: a row names none. */
  readonly #places = new Set<string>();
  /** Those that there are: a wrong column names a million that there are not. */
  #good: readonly string[] | null = null;

  /** `row`: good, but for its location. All rows are added before any is asked about. */
  add(row: ImportRow): void {
    const place = placeIn(row);
    this.#places.add(place);
    this.#last.set(keyOf(row, place), row.line);
  }

  /** Whether a later row about the same line is good. `known`: the locations that there are, by the keys of their codes. */
  isReplaced(row: ImportRow, known: ReadonlyMap<string, unknown>): boolean {
    this.#good ??= [...this.#places].filter((place) => place === '' || known.has(place));
    return this.#good.some((place) => (this.#last.get(keyOf(row, place)) ?? 0) > row.line);
  }
}

function placeIn(row: ImportRow): string {
  return codeKey(textOf(row, 'location') ?? '');
}

function keyOf(row: ImportRow, place: string): string {
  return `${keyIn(row)}\n${place}`;
}
