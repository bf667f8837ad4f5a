import type { ImportKind } from '../core/declare/import.ts';
import { clean, cut, visible } from '../core/text/clean.ts';
import { type Amount, isCurrency } from '../core/text/money.ts';
import { type DecimalSign, readInteger, readMoney, readTwoWays } from '../core/text/number.ts';
import { type Parsed, reason, value } from '../core/text/parsed.ts';
import { number } from '../core/text/quantity.ts';
import { listOf } from '../core/text/sentence.ts';
import type { ImportFault, ImportField, ImportRow, ImportValue } from '../core/tokens/import-row.ts';
import { damageOf } from './damage.ts';
import { type DateOrder, readDate, readInstant } from './dates.ts';
import type { FileRecord } from './file/record.ts';
import { cellOf, columnName, fileTextOf, type Mapping } from './mapping.ts';

/** How the file writes its values. */
export interface Style {
  readonly dates: DateOrder;
  /** Null: each value is read by itself, and an ambiguous one is refused. */
  readonly decimal: DecimalSign | null;
  readonly timeZone: string;
  /** The currency of amounts in rows that name none. */
  readonly currency: string;
}

/** A checked row with its faults, before it has its place in its group. */
export interface CheckedRow {
  readonly row: Omit<ImportRow, 'ordinal'>;
  readonly faults: readonly ImportFault[];
}

const yes = ['true', 'yes', 'y', '1', 'active', 'unlisted', 'ja', 'oui'];
const no = ['false', 'no', 'n', '0', '-1', 'draft', 'archived', 'inactive', 'incomplete', 'nein', 'non'];
const maxText = 2_000;
const chooseSign = 'is ambiguous: choose --decimal point or --decimal comma';
/** The sum of all buckets of a row still fits an integer column. More is a barcode in the wrong column. */
const mostPieces = 100_000_000;

/** The fields of a kind that the file has, in their order: most files have a quarter of them. */
export function fieldsIn(kind: ImportKind, { sources }: Mapping): readonly ImportField[] {
  return kind.fields.filter(({ name }) => sources.has(name));
}

/** Turns one record into a row of these fields. Checks every cell and returns all faults at once. */
export function checkRecord(
  fields: readonly ImportField[],
  record: FileRecord,
  mapping: Mapping,
  style: Style,
  inherited: Readonly<Record<string, string>>,
): CheckedRow {
  const { line } = record;
  if (record.trouble) {
    const text = Object.values(record.cells).join(' ');
    const value = shorten(visible(text));
    return { row: { line, values: {} }, faults: [{ line, column: '', value, reason: record.trouble }] };
  }
  const currency =
    (textIn(record, mapping, 'currency') || (inherited.currency ?? '')).toUpperCase() || style.currency;
  const own = { ...style, currency };
  const values: Record<string, ImportValue> = {};
  const faults: ImportFault[] = [];
  for (const field of fields) {
    const raw = cellOf(record, mapping, field.name);
    if (raw === undefined) continue;
    const text = clean(raw).trim() || (inherited[field.name] ?? '');
    const spoilt = damageOf(raw, text, field);
    const read = spoilt ? reason(spoilt) : readCell(field, text, own);
    const parsed = 'reason' in read && read.reason === readTwoWays ? reason(chooseSign) : read;
    if ('value' in parsed) values[field.name] = parsed.value;
    else {
      faults.push(asInFile({ line, column: field.name, value: raw, reason: parsed.reason }, record, mapping));
    }
  }
  return { row: { line, values }, faults };
}

/**
 * A fault of a field as the author of the file knows it: with the name of the column, and the text as it stands there, however
 * it was read. `value` counts where that comes from no cell, or from an earlier row.
 */
export function asInFile(
  { column: field, value: told, ...fault }: ImportFault,
  record: FileRecord | undefined,
  mapping: Mapping,
): ImportFault {
  const text = (record && fileTextOf(record, mapping, field))?.trim() || told.trim();
  return { ...fault, column: columnName(mapping, field), value: shorten(visible(text)) };
}

/** The text of a field; empty when the file has none. */
export function textIn(record: FileRecord, mapping: Mapping, field: string): string {
  return clean(cellOf(record, mapping, field) ?? '').trim();
}

function readCell(field: ImportField, text: string, style: Style): Parsed<ImportValue> {
  if (text === '') return field.required ? reason('is empty') : value(null);
  if (field.name === 'currency') return readCurrency(text);
  switch (field.type) {
    case 'integer':
      return readPieces(text, style.decimal);
    case 'money':
      return isCurrency(style.currency)
        ? readAmount(text, style.currency, style.decimal)
        : reason('has no currency');
    case 'instant':
      return readInstant(text, style.dates, style.timeZone);
    case 'date':
      return readDate(text, style.dates);
    case 'boolean':
      return readBoolean(text);
    case 'text':
    case 'code':
      return readText(field, text);
  }
}

function readPieces(text: string, decimal: DecimalSign | null): Parsed<number> {
  const read = readInteger(text, decimal);
  const isTooMany = 'value' in read && Math.abs(read.value) > mostPieces;
  return isTooMany ? reason(`is beyond ${number(mostPieces)}`) : read;
}

function readText(field: ImportField, text: string): Parsed<string> {
  if (text.length > maxText) return reason(`is longer than ${maxText} characters`);
  if (!field.oneOf) return value(text);
  const word = field.oneOf.find((one) => one === text.toLowerCase());
  return word ? value(word) : reason(`is not ${listOf(field.oneOf, 'or')}`);
}

function readCurrency(text: string): Parsed<string> {
  const code = text.toUpperCase();
  return isCurrency(code) ? value(code) : reason('is not a currency code such as EUR');
}

function readAmount(text: string, currency: string, sign: DecimalSign | null): Parsed<Amount> {
  const read = readMoney(text, currency, sign);
  return 'reason' in read ? read : value({ minor: read.value, currency });
}

function readBoolean(text: string): Parsed<boolean> {
  const word = text.toLowerCase();
  if (yes.includes(word)) return value(true);
  return no.includes(word) ? value(false) : reason('is neither yes nor no');
}

function shorten(text: string): string {
  return text.length > 200 ? `${cut(text, 199)}…` : text;
}
