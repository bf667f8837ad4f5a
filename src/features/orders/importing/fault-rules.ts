import { money } from '../../../core/text/money.ts';
import { listOf } from '../../../core/text/sentence.ts';
import {
  type ImportFault,
  type ImportRow,
  integerOf,
  moneyOf,
  textOf,
} from '../../../core/tokens/import-row.ts';
import type { SaidLine } from '../fold/match-lines.ts';
import type { StoredLine, StoredOrder } from '../rules.ts';
import { firstWith, isContradicted, kindOf, type ReportedOrder } from './rules.ts';

/** The fault of a row, which is this line of its order, judged with the whole of it. */
export function rowFault(row: ImportRow, line: SaidLine, reported: ReportedOrder): ImportFault | null {
  const fault = (column: string, value: string, reason: string) => ({
    line: row.line,
    column,
    value,
    reason,
  });
  const quantity = integerOf(row, 'quantity') ?? 0;
  if (quantity < 0 && kindOf(reported) === 'sale')
    return fault('quantity', String(quantity), 'is negative, in an order that is a sale');
  const price = moneyOf(row, 'unit_price');
  if (price && price.minor < 0n)
    return fault('unit_price', money(price.minor, price.currency), 'is negative');
  const { otherCurrency: other, currency, lines, number } = reported;
  if (other)
    return fault(
      'currency',
      textOf(row, 'currency') ?? '',
      `is unclear: order ${number} is in ${currency} in line ${lines[0]?.line} and in ${other.currency} in line ${other.line}`,
    );
  if (isContradicted(reported, line))
    return fault('line_id', line.id ?? '', `differs from line ${firstWith(reported, line)?.line}`);
  if (reported.numberKey === '') return fault('number', number, 'is not an order number');
  if (reported.number.length > 100) return fault('number', reported.number, 'is longer than 100 characters');
  return null;
}

/** Why a row is refused whose location nobody knows. */
export function locationFault(row: ImportRow, known: readonly string[]): ImportFault {
  const reason = `is not a known location (${known.length > 0 ? listOf(known) : 'there are none yet: import them first'})`;
  return { line: row.line, column: 'location', value: textOf(row, 'location') ?? '', reason };
}

/** Whether amounts of the file would stand beside stored ones in another currency. */
export function mixesCurrencies(
  { currency, lines }: ReportedOrder,
  before: StoredOrder,
  stored: readonly StoredLine[],
  isWhole: boolean,
): boolean {
  if (currency === null || currency === before.currency) return false;
  const isRepriced = isWhole && lines.every(({ priceMinor }) => priceMinor !== null);
  return !isRepriced && stored.some(({ unitPriceMinor }) => unitPriceMinor !== 0n);
}

/** Why a row is refused whose amounts would stand beside stored ones in another currency. */
export function currencyFault(row: ImportRow, before: StoredOrder, said: string): ImportFault {
  return {
    line: row.line,
    column: 'currency',
    value: said,
    reason: `is not that of order ${before.number}, which is stored in ${before.currency}`,
  };
}

/** Why a row is refused whose order has other lines stored than the file tells. */
export function linesFault(row: ImportRow, { number }: ReportedOrder): ImportFault {
  return {
    line: row.line,
    column: 'number',
    value: number,
    reason:
      'is stored with other lines: add --partial if the file tells a part of the order, --whole if it replaces them',
  };
}

/**
 * Why a row is refused that would turn a stored sale into a credit, or the reverse: what was sold would be lost. Only a
 * file that says so, and tells the whole order, does it.
 */
export function kindFault(row: ImportRow, before: StoredOrder, reported: ReportedOrder): ImportFault {
  const kind = kindOf(reported);
  const own = kind === 'credit' ? 'a refund' : 'the sale';
  const other = reported.kind === null ? 'say its kind and add --whole' : 'add --whole';
  const [column, value] =
    reported.kind === null ? ['quantity', String(integerOf(row, 'quantity') ?? '')] : ['kind', kind];
  return {
    line: row.line,
    column,
    value,
    reason: `would make a ${kind} of order ${before.number}, which is stored as a ${before.kind}: give ${own} its own number, or ${other} to replace the order`,
  };
}

/** Whether a row of the order is refused for itself: then the file does not tell the order whole. */
export function isRefusedInPart(reported: ReportedOrder, isLocation: (code: string) => boolean): boolean {
  return (
    reported.hasFaultyRow ||
    reported.number.length > 100 ||
    (reported.someNegative && kindOf(reported) === 'sale') ||
    !reported.locations.every(isLocation)
  );
}
