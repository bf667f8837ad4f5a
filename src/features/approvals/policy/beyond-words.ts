import { money } from '../../../core/text/money.ts';
import { number } from '../../../core/text/quantity.ts';
import { count } from '../../../core/text/sentence.ts';
import type { Beyond } from './match.ts';

/** Why a yes is needed: "over 5 units in 24 hours (41 before this)". */
export function beyondWords({ bound, atMost, before }: Beyond, currency: string): string {
  const isQuantity = bound === 'quantity' || bound === 'day quantity';
  if (before === null) return isQuantity ? 'its quantity is not known' : 'its value is not known';
  const limit = isQuantity ? count(Number(atMost), 'unit') : money(BigInt(atMost), currency);
  if (bound === 'quantity' || bound === 'amount') return `over ${limit}`;
  const counted = isQuantity ? number(Number(before)) : money(BigInt(before), currency);
  return `over ${limit} in 24 hours${BigInt(before) === 0n ? '' : ` (${counted} before this)`}`;
}
