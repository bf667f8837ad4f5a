import { money } from '../../../core/text/money.ts';
import { readMoney } from '../../../core/text/number.ts';
import type { Told } from '../../../core/tokens/approval.ts';

/** A title fits a headline; the reason holds the rest. */
export const maxTitle = 150;

/** In minor units: the eighteen digits that a column and a policy can hold. */
const largest = 999_999_999_999_999_999n;

/** Why a typed amount is refused. `reason` completes "That …". */
export type AmountFault =
  | { readonly code: 'is unreadable'; readonly reason: string }
  | { readonly code: 'is not above nothing' | 'is too much' };

/** "1,204.50", "1204,5" or "1 204.50 EUR" in minor units. */
export function readAmount(typed: string, currency: string): { minor: bigint } | { fault: AmountFault } {
  const read = readMoney(typed.trim(), currency, null);
  if ('reason' in read) return { fault: { code: 'is unreadable', reason: read.reason } };
  if (read.value <= 0n) return { fault: { code: 'is not above nothing' } };
  return read.value > largest ? { fault: { code: 'is too much' } } : { minor: read.value };
}

/** A free-form request as its approvers read it. `amountMinor`: minor units in decimal. */
export function tellFreeForm(
  { title, amountMinor }: { readonly title: string; readonly amountMinor: string | null },
  currency: string,
): Told {
  return {
    what: title,
    lines: amountMinor === null ? [] : [['Amount', money(BigInt(amountMinor), currency)]],
  };
}
