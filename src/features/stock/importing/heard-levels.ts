import type { Heard } from '../../../core/declare/import.ts';
import type { Scope } from '../../../core/runtime/database.ts';
import { number } from '../../../core/text/quantity.ts';
import { count } from '../../../core/text/sentence.ts';
import type { ImportRow } from '../../../core/tokens/import-row.ts';
import { type KnownLocation, locationKey, type ReportedLevel } from './level-rules.ts';
import { type Stocked, stockedIn } from './level-store.ts';

/** The share of the SKUs with stock in a location that a file names to be whole: a system may leave out what it has none of. */
const wholeShare = 0.9;

interface Told {
  /** The oldest row: all numbers of a whole file are at least that fresh. */
  oldest: Date;
  lastLine: number;
  /** The SKUs that its rows name. */
  readonly skuIds: Set<string>;
}

/**
 * What a file of levels tells of each location: a whole one says until when its numbers are complete, a part that
 * something came.
 */
export class HeardLevels {
  readonly #told = new Map<string, Told>();
  /** By location code, what a file that is no more than a part names. */
  readonly #parts = new Map<string, Stocked>();

  /** Every good row, before the first is loaded. */
  survey(row: ImportRow, asOf: Date): void {
    const key = locationKey(row);
    const told = this.#told.get(key);
    if (!told) this.#told.set(key, { oldest: asOf, lastLine: row.line, skuIds: new Set() });
    else {
      if (asOf < told.oldest) told.oldest = asOf;
      told.lastLine = row.line;
    }
  }

  /** What a batch tells, once it is written. Whether a location is told whole is known with its last row. */
  async take(
    scope: Scope,
    rows: readonly ImportRow[],
    reported: readonly ReportedLevel[],
    locationOf: (key: string) => KnownLocation | undefined,
  ): Promise<readonly Heard[]> {
    const heard: Heard[] = [];
    for (const key of new Set(rows.map(locationKey))) {
      const location = locationOf(key);
      const told = this.#told.get(key);
      if (!location || !told) continue;
      const own = reported.filter(({ locationId }) => locationId === location.id);
      for (const { skuId } of own) told.skuIds.add(skuId);
      const isLast = rows.some(({ line }) => line === told.lastLine);
      if (told.skuIds.size === 0 || (own.length === 0 && !isLast)) continue;
      const isWhole = isLast && (await this.#isWhole(scope, location, told.skuIds));
      const moments = own.map(({ asOf }) => asOf);
      heard.push({ location: location.id, coversUntil: isWhole ? told.oldest : null, moments });
    }
    return heard;
  }

  summary() {
    const parts = [...this.#parts].map(([code, { stocked, named }]) => [
      code,
      `${number(named)} of ${count(stocked, 'SKU')} with stock there: its other numbers are no fresher for it`,
    ]);
    return parts.length > 0 ? { 'told in part': Object.fromEntries(parts) } : {};
  }

  async #isWhole(scope: Scope, { id, code }: KnownLocation, skuIds: ReadonlySet<string>): Promise<boolean> {
    const known = await stockedIn(scope, id, [...skuIds]);
    const isWhole = known.named >= known.stocked * wholeShare;
    if (!isWhole) this.#parts.set(code, known);
    return isWhole;
  }
}
