import { money } from '../../../core/text/money.ts';
import { readMoney } from '../../../core/text/number.ts';
import type { Told } from '../../../core/tokens/approval.ts';

/** What is asked for fits a headline; the rest is why. */
export const maxWhat = 150;

/** Eighteen digits of minor units: what a column and a policy can hold. */
const largest = 999_999_999_999_999_999n;

/** "1,204.50", "1204,5" or "1 204.50 EUR" in minor units, or what is wrong with it as a sentence. */
export function readAmount(typed: string, currency: string): { minor: bigint } | { wrong: string } {
  const read = readMoney(typed.trim(), currency, null);
  if ('reason' in read) return { wrong: `That ${read.reason}: say it as in 120.50, or leave it empty.` };
  if (read.value <= 0n) return { wrong: 'Say an amount above nothing, or leave it empty.' };
  return read.value > largest ? { wrong: 'That is too much.' } : { minor: read.value };
}

/** What an approver reads of it. `amountMinor`: minor units, written out. */
export function tellFreely(
  { title, amountMinor }: { readonly title: string; readonly amountMinor: string | null },
  currency: string,
): Told {
  return {
    what: title,
    lines: amountMinor === null ? [] : [['Amount', money(BigInt(amountMinor), currency)]],
  };
}
