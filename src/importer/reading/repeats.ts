import { CompactMap } from '../../core/text/compact-map.ts';

/** Tells records that are equal to an earlier one in every column. */
export class Repeats {
  readonly #seen = new CompactMap();

  /** `text`: all cells of the record. */
  has(text: string): boolean {
    const known = this.#seen.get(text) !== undefined;
    if (!known) this.#seen.set(text, 0);
    return known;
  }
}
