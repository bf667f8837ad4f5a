import { money } from '../../../core/text/money.ts';
import { number } from '../../../core/text/quantity.ts';
import { count, listOf } from '../../../core/text/sentence.ts';
import type { Kpi, SpreadUnit } from '../../../core/tokens/fact.ts';
import type { SizedSpread, Spread } from '../figure/model.ts';
import { isRate } from '../figure/rules.ts';
import type { Said } from './words.ts';

const ratioDigits = 6;
const spreadDigits = 4;

/** "0.885122", "92 days", "1,204 orders", "€12.50": without the rounding that makes figures short. Null: no data. */
export function exactWords({ measure }: Kpi, { totals, spread }: Said): string | null {
  const [total] = totals;
  if (!total) return null;
  if (isRate(measure)) return total.d === 0n ? null : ratioWords(total.n, total.d);
  if (measure.kind === 'spread') return spread?.p50 == null ? null : lengthWords(spread.p50, measure.unit);
  if (measure.unit === 'money') return listOf(totals.map(({ n, currency }) => money(n, currency)));
  return count(Number(total.n), measure.unit === 'unit' ? 'piece' : measure.unit);
}

/** "4,587 counted, mean 105.7983 days, deviation 79.2862 days, p50 92 days, p90 208 days". */
export function exactSpread(unit: SpreadUnit, spread: Spread, size: SizedSpread['size'] | bigint): string {
  const named = [
    ['mean', spread.mean],
    ['deviation', spread.sd],
    ['p50', spread.p50],
    ['p90', spread.p90],
    ['p95', spread.p95],
  ] as const;
  return [
    `${number(Number(size))} counted`,
    ...named.flatMap(([name, length]) => (length === null ? [] : [`${name} ${lengthWords(length, unit)}`])),
  ].join(', ');
}

function lengthWords(length: number, unit: SpreadUnit): string {
  return `${Number(length.toFixed(spreadDigits))} ${unit}`;
}

/** Of whole numbers, rounded half up as it is printed, without a detour over fractions of binary numbers. */
function ratioWords(n: bigint, d: bigint): string {
  const scale = 10n ** BigInt(ratioDigits);
  const parts = (2n * scale * n + d) / (2n * d);
  return `${parts / scale}.${String(parts % scale).padStart(ratioDigits, '0')}`;
}
