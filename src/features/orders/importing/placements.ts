import { type Matched, matchLines, placesOf } from '../fold/match-lines.ts';
import type { StoredLine } from '../rules.ts';
import type { ReportedOrder } from './rules.ts';

export interface Placement extends Omit<Matched<StoredLine>, 'known'> {
  /** Of each told line, by the file's line. */
  readonly places: ReadonlyMap<number, number>;
  /** Whether the order itself changes: known with its first rows, and true of all of them. */
  orderMoves?: boolean;
}

/**
 * The places of the lines of orders that are being loaded. An order is matched once, as it was before the file: its rows
 * may be loaded in several batches.
 */
export class Placements {
  readonly #open = new Map<string, Placement>();

  of(
    key: string,
    { lines }: ReportedOrder,
    stored: readonly StoredLine[],
    skuOf: (code: string) => string,
    replaces: boolean,
  ): { readonly placement: Placement; readonly isNew: boolean } {
    const known = this.#open.get(key);
    if (known) return { placement: known, isNew: false };
    const { known: paired, left, isUnclear } = matchLines(stored, lines, skuOf);
    const placement = { places: placesOf(lines, paired, replaces ? [] : left), left, isUnclear };
    this.#open.set(key, placement);
    return { placement, isNew: true };
  }

  /** Forgets an order of which no row is to come. */
  close(key: string): void {
    this.#open.delete(key);
  }
}
