import { isCurrency, isMarkOf, minorDigits } from './money.ts';
import { type Parsed, reason, value } from './parsed.ts';
import { count } from './sentence.ts';

export type DecimalSign = 'point' | 'comma';

interface Decimal {
  readonly negative: boolean;
  readonly digits: string;
  /** How many of the digits come after the decimal sign. */
  readonly scale: number;
}

/** Nearly all that programs write, in one way only: read twenty times as fast as what has to be taken apart. */
const plainInteger = /^\d{1,9}$/;
const plainMoney = /^(\d{1,12})(?:\.(\d{1,2}))?$/;

const largestInteger = 2_147_483_647n;
const largestMoney = 9_223_372_036_854_775_807n;

/** The reason for "1,234" where nothing tells whether it is a thousand or one and a bit. */
export const readTwoWays = 'can be read in two ways: write it without the sign for thousands';

/** A whole number that fits an integer column. "24.0", "1,000" and "1.000,00" are whole. */
export function readInteger(text: string, sign: DecimalSign | null): Parsed<number> {
  if (plainInteger.test(text)) return value(Number(text));
  const decimal = readDecimal(text, sign);
  if ('reason' in decimal) return decimal;
  const minor = shift(decimal.value, 0);
  if (minor === null) return reason('is not a whole number');
  return absolute(minor) > largestInteger ? reason('is too large') : value(Number(minor));
}

/** A number with so many decimals at most, exactly: "98,5" with two is 9850n. */
export function readScaled(text: string, places: number, sign: DecimalSign | null): Parsed<bigint> {
  const decimal = readDecimal(text, sign);
  if ('reason' in decimal) return decimal;
  const scaled = shift(decimal.value, places);
  if (scaled === null) return reason(`has more than ${count(places, 'decimal')}`);
  return absolute(scaled) > largestMoney ? reason('is too large') : value(scaled);
}

/** No amount is longer, whatever stands beside it. */
const longestAmount = 80;

/** What stands before and after the digits, such as a currency's sign. */
function partsOf(text: string) {
  const whole = text.normalize('NFKC').trim();
  const match =
    whole.length > longestAmount
      ? null
      : /^([-+−]?)\s*([\p{L}\p{Sc}]*)\s*(.*?)\s*([\p{L}\p{Sc}]*)$/su.exec(whole);
  const [, minus = '', before = '', digits = whole, after = ''] = match ?? [];
  return { number: `${minus}${digits}`, marks: [before, after].filter(Boolean) };
}

/** The sign or code of another currency that stands at the amount, such as "$" where euros are meant; null: none does. */
export function foreignMark(text: string, currency: string): string | null {
  return foreignAmong(partsOf(text).marks, currency);
}

function foreignAmong(marks: readonly string[], currency: string): string | null {
  const isForeign = (mark: string) =>
    (/\p{Sc}/u.test(mark) || isCurrency(mark.toUpperCase())) && !isMarkOf(mark, currency);
  return marks.find(isForeign) ?? null;
}

/** An amount in minor units, exactly: "3.75" of EUR is 375n. One that names another currency is refused. */
export function readMoney(text: string, currency: string, sign: DecimalSign | null): Parsed<bigint> {
  const plain = sign === 'comma' ? null : plainMoney.exec(text);
  if (plain && minorDigits(currency) === 2) return value(BigInt(plain[1] + (plain[2] ?? '').padEnd(2, '0')));
  const { number, marks } = partsOf(text);
  const foreign = foreignAmong(marks, currency);
  if (foreign !== null) return reason(`is in ${foreign}, not in ${currency}`);
  const decimal = readDecimal(marks.every((mark) => isMarkOf(mark, currency)) ? number : text, sign);
  if ('reason' in decimal) return decimal;
  const minor = shift(decimal.value, minorDigits(currency));
  if (minor === null) return reason(`has more decimals than ${currency} (${minorDigits(currency)})`);
  return absolute(minor) > largestMoney ? reason('is too large') : value(minor);
}

/**
 * The decimal sign follows from the value where it can: the last of two different signs, or one that is not followed by
 * exactly three digits. "1.234" is ambiguous: `sign` decides, or it is refused.
 */
function readDecimal(text: string, sign: DecimalSign | null): Parsed<Decimal> {
  const match = /^([-+−]?)(\d[\d.,' \u00A0\u202F]*|[.,]\d+)(-?)$/u.exec(text.trim());
  if (!match) return reason('is not a number');
  const body = (match[2] ?? '').replace(/['\u00A0\u202F ](?=\d{3}(?!\d))/gu, '');
  if (/[^\d.,]/.test(body)) return reason('is not a number');
  const point = decimalSignOf(body, sign);
  if (point === 'unclear') {
    return reason(readTwoWays);
  }
  const grouping = point === ',' ? '.' : ',';
  const [whole = '', fraction = '', ...more] = point ? body.split(point) : [body];
  const wellGrouped = whole.includes(grouping)
    ? new RegExp(`^\\d{1,3}(\\${grouping}\\d{3})+$`).test(whole)
    : /^\d*$/.test(whole);
  if (more.length > 0 || !wellGrouped || !/^\d*$/.test(fraction)) return reason('is not a number');
  return value({
    negative: match[1] === '-' || match[1] === '−' || match[3] === '-',
    digits: whole.replaceAll(grouping, '') + fraction,
    scale: fraction.length,
  });
}

function decimalSignOf(body: string, sign: DecimalSign | null): '.' | ',' | null | 'unclear' {
  const given = sign === 'comma' ? ',' : sign === 'point' ? '.' : null;
  if (given) return given;
  const signs = body.replace(/\d/g, '');
  const last = signs.at(-1);
  if (last !== '.' && last !== ',') return null;
  if (signs.includes('.') && signs.includes(',')) return last;
  // A sign that occurs twice only groups digits.
  if (signs.length > 1) return last === '.' ? ',' : '.';
  return /^[1-9]\d{0,2}[.,]\d{3}$/.test(body) ? 'unclear' : last;
}

/** The number with its decimal sign moved `places` to the right; null when digits remain after it. */
function shift({ negative, digits, scale }: Decimal, places: number): bigint | null {
  const surplus = Math.max(scale - places, 0);
  const kept = digits.slice(0, digits.length - surplus);
  if (/[1-9]/.test(digits.slice(digits.length - surplus))) return null;
  const amount = BigInt((kept || '0') + '0'.repeat(Math.max(places - scale, 0)));
  return negative ? -amount : amount;
}

const absolute = (amount: bigint): bigint => (amount < 0n ? -amount : amount);
