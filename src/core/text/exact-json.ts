import { isTooDeep } from './json-depth.ts';
import { minorDigits } from './money.ts';

/** A text of JSON to its end, even if it has none: so that no place of it is looked at twice. Or a number outside of texts. */
export const textsAndNumbers = /"[^"\\]*(?:\\.[^"\\]*)*(?:"|\\?$)|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/gs;
/** JSON knows no number that begins so; in quotes it would pass. */
const zeroFirst = /^-?0\d/;

/**
 * JSON with every number as the text that stands there: ids beyond 2^53 and amounts stay as they are. Throws a SyntaxError
 * for what is not JSON, and a `JsonTooDeep` for what is nested deeper than anybody may walk.
 *
 * @example exactJson('{"id": 9007199254740993, "total": 195.67}') // { id: '9007199254740993', total: '195.67' }
 */
export function exactJson(text: string): unknown {
  const read: unknown = JSON.parse(
    text.replace(textsAndNumbers, (token) =>
      token.startsWith('"') || zeroFirst.test(token) ? token : `"${token}"`,
    ),
  );
  if (isTooDeep(read)) throw new JsonTooDeep();
  return read;
}

export class JsonTooDeep extends Error {}

const decimal = /^(-?)(\d{1,15})(?:\.(\d{1,20}))?$/;

/**
 * An amount as a system writes it, in minor units: "195.67" and "0.9" US dollars are 19567 and 90. Null: it is no amount,
 * or finer than the currency; it is never rounded. Throws for an unknown currency.
 */
export function exactMinor(text: string, currency: string): bigint | null {
  const [, sign, whole = '', fraction = ''] = decimal.exec(text) ?? [];
  const digits = minorDigits(currency);
  const fine = fraction.replace(/0+$/, '');
  if (whole === '' || fine.length > digits) return null;
  return BigInt(`${sign}${whole}${fine.padEnd(digits, '0')}`);
}
