import type { ImportKind } from '../core/declare/import.ts';
import { clean, cut, hasControls } from '../core/text/clean.ts';
import { type Amount, isCurrency } from '../core/text/money.ts';
import { type DecimalSign, readInteger, readMoney } from '../core/text/number.ts';
import { type Parsed, reason, value } from '../core/text/parsed.ts';
import { listOf } from '../core/text/sentence.ts';
import type { ImportFault, ImportField, ImportRow, ImportValue } from '../core/tokens/import-row.ts';
import { type DateOrder, readDate, readInstant } from './dates.ts';
import { cellOf, columnName, type Mapping } from './map.ts';
import type { FileRecord } from './record.ts';

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

const yes = ['true', 'yes', 'y', '1', 'active', 'ja', 'oui'];
const no = ['false', 'no', 'n', '0', 'draft', 'archived', 'nein', 'non'];
const maxText = 2_000;

/** Turns one record into a row of the kind. Checks every cell and returns all faults at once. */
export function checkRecord(
  kind: ImportKind,
  record: FileRecord,
  mapping: Mapping,
  style: Style,
  inherited: Readonly<Record<string, string>>,
): CheckedRow {
  const { line } = record;
  if (record.trouble) {
    const text = Object.values(record.cells).join(' ');
    return {
      row: { line, values: {} },
      faults: [{ line, column: '', value: shorten(text), reason: record.trouble }],
    };
  }
  const currency =
    (textIn(record, mapping, 'currency') || (inherited.currency ?? '')).toUpperCase() || style.currency;
  const values: Record<string, ImportValue> = {};
  const faults: ImportFault[] = [];
  for (const field of kind.fields) {
    const raw = cellOf(record, mapping, field.name);
    if (raw === undefined) continue;
    const text = clean(raw).trim() || (inherited[field.name] ?? '');
    // A sign of a wrong encoding: what is left of the text would be wrong too.
    const parsed = hasControls(raw)
      ? reason('holds control characters')
      : readCell(field, text, { ...style, currency });
    if ('value' in parsed) values[field.name] = parsed.value;
    else {
      const column = columnName(mapping, field.name);
      faults.push({ line, column, value: shorten(text), reason: parsed.reason });
    }
  }
  return { row: { line, values }, faults };
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
      return readInteger(text, style.decimal);
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
      return readText(field, text);
  }
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
