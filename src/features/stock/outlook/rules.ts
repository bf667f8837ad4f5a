import { addDays } from '../../../core/time/weekdays.ts';

const dayMs = 86_400_000;
/** Without a receipt and without a known lead time of the supplier. */
const usualDays = 28;

/** What decides how long the stock of a SKU lasts; days are "2026-12-24". */
export interface Lasting {
  readonly available: number;
  /** Units sold a day; null: nobody can say. */
  readonly perDay: number | null;
  /** What one sells for, in minor units of its currency; null: not known. */
  readonly priceMinor: bigint | null;
  /** When the next pieces come; null: nobody knows. */
  readonly comingOn: string | null;
}

export interface Risk {
  /** The day on which nothing is left; null: nobody can say. */
  readonly runsOutOn: string | null;
  /** The pieces that will be missing until then. */
  readonly until: string;
  readonly units: number;
  /** What they would have sold for; null: the price is not known. */
  readonly minor: bigint | null;
}

/**
 * What is at risk until the next receipt: units = max(0, per day × days until it − available), and their price. Without a receipt the
 * supplier's lead time counts (`leadDays`), else 28 days. Part of a piece is a piece. Null: nobody knows how fast it sells.
 * @example riskOf({ available: 24, perDay: 4, priceMinor: 1450n, comingOn: '2026-12-06' }, '2026-11-27') // 12 units, 17400n
 */
export function riskOf(
  { available, perDay, priceMinor, comingOn }: Lasting,
  today: string,
  leadDays: number = usualDays,
): Risk | null {
  if (perDay === null) return null;
  const until = comingOn ?? dayAfter(today, leadDays);
  const days = Math.max(0, (Date.parse(until) - Date.parse(today)) / dayMs);
  // Rounded before it is rounded up: 2.8 × 5 − 14 is a little more than nothing in binary.
  const short = Math.round((perDay * days - available) * 1e6) / 1e6;
  const units = Math.max(0, Math.ceil(short));
  return {
    runsOutOn: dayAfter(today, Math.floor(Math.max(0, available) / perDay)),
    until,
    units,
    minor: priceMinor === null ? null : BigInt(units) * priceMinor,
  };
}

/** Years that have four digits: nobody plans beyond. */
const mostDays = 36_500;

function dayAfter(day: string, days: number): string {
  return addDays(day, Math.min(days, mostDays));
}
