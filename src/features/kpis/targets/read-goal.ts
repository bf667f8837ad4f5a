import { isCurrency } from '../../../core/text/money.ts';
import { readInteger, readMoney, readScaled } from '../../../core/text/number.ts';
import { type Parsed, reason, value } from '../../../core/text/parsed.ts';
import type { Kpi, SpreadUnit } from '../../../core/tokens/fact.ts';
import { isRate } from '../figure/rules.ts';

/** A goal as somebody said it, in the unit of `Goal`. */
export interface Said {
  readonly goal: bigint;
  /** Of money; else empty. */
  readonly currency: string;
}

const spans = { w: 7 * 86_400_000, d: 86_400_000, h: 3_600_000, m: 60_000, s: 1_000 } as const;
const spanPart =
  /^\s*(\d[\d.,]*)\s*(weeks?|w|days?|d|hours?|hrs?|h|minutes?|mins?|m|seconds?|secs?|s)(?![a-z])(?:\s*,?\s*and\b)?/i;

/**
 * Reads "98 %", "98,5", "4h", "1.5 days", "1 day 4 h", "€1,200 a day". The reason is a sentence for whoever said it.
 * `currency`: of the business, whose sign needs no code.
 */
export function readGoal({ measure }: Kpi, text: string, currency: string): Parsed<Said> {
  const words = text
    .normalize('NFKC')
    .trim()
    .replace(/\s*(?:a|per|each|\/) ?day$/i, '');
  if (isRate(measure)) return shareOf(words);
  if (measure.kind === 'spread') return spanOf(words, measure.unit);
  if (measure.unit === 'money') return moneyOf(words, currency);
  const read = readInteger(words.replace(/\s*\p{L}+$/u, ''), null);
  return 'reason' in read
    ? reason(`"${text}" ${read.reason}: write how many${measure.kind === 'sum' ? ' a day' : ''}, such as 20.`)
    : positive(BigInt(read.value));
}

function positive(goal: bigint, currency = ''): Parsed<Said> {
  return goal < 0n ? reason('It cannot be less than nothing.') : value({ goal, currency });
}

function shareOf(words: string): Parsed<Said> {
  const [, digits = '', sign = ''] = /^(.*?)\s*(%|per ?cent)?$/i.exec(words) ?? [];
  // Of shares nothing is a sign for thousands.
  const read = readScaled(digits, 2, digits.includes(',') ? 'comma' : 'point');
  if ('reason' in read) return reason(`"${words}" ${read.reason}: write it like 98 % or 98.5 %.`);
  if (read.value > 10_000n) return reason('A share is at most 100 %.');
  // 0.95 may be meant as 95 %.
  if (sign === '' && read.value > 0n && read.value <= 100n)
    return reason(`"${words}" can be read in two ways: write it with its sign, such as 0.95 % or 95 %.`);
  return positive(read.value);
}

function spanOf(words: string, unit: SpreadUnit): Parsed<Said> {
  const no = reason(
    {
      days: 'Write it like 14 days or 1.5 days.',
      ms: 'Say in what: such as 36 h, 1.5 days or 90 min.',
      s: 'Say in what: such as 30 s or 5 min.',
    }[unit],
  );
  let rest = unit === 'days' && /^[\d.,]+$/.test(words) ? `${words} d` : words;
  if (rest === '') return no;
  let sum = 0n;
  for (let part = spanPart.exec(rest); rest.trim() !== ''; part = spanPart.exec(rest)) {
    const [whole = '', digits = '', name = ''] = part ?? [];
    const read = readScaled(digits, 3, null);
    if (whole === '' || 'reason' in read) return no;
    const size = spans[name.charAt(0).toLowerCase() as keyof typeof spans];
    sum += (read.value * BigInt(size)) / 1_000n;
    rest = rest.slice(whole.length);
  }
  return positive(sum);
}

function moneyOf(words: string, own: string): Parsed<Said> {
  const code = /[a-z]{3}/i.exec(words)?.[0].toUpperCase();
  const currency = code && isCurrency(code) ? code : /\p{Sc}/u.test(words) ? own : null;
  if (currency === null) return reason(`Name the currency, such as 1,200 ${own}.`);
  const read = readMoney(words, currency, null);
  return 'reason' in read ? reason(`"${words}" ${read.reason}.`) : positive(read.value, currency);
}
