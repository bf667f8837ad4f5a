import type { Amount } from '../text/money.ts';

/** A column that an imported file may have. */
export interface ImportField {
  readonly name: string;
  readonly required: boolean;
  /**
   * `money` is in the row's `currency` and becomes an `Amount`; `date` becomes midnight UTC of that day; `code` is a text
   * that a spreadsheet must not have turned into a number or a date.
   */
  readonly type: 'text' | 'code' | 'integer' | 'money' | 'instant' | 'date' | 'boolean';
  readonly summary: string;
  /** Other names that a column for it may have, without a preset; the field's own name comes first. */
  readonly also?: readonly string[];
  /** A row that leaves it empty takes it from an earlier row of its thing, as exports of orders with several lines do. */
  readonly inherited?: true;
  /** The allowed words. */
  readonly oneOf?: readonly string[];
}

export type ImportValue = string | number | boolean | Date | Amount | null;

/** A row after mapping and checking. */
export interface ImportRow {
  /** The line of the file where it begins. */
  readonly line: number;
  /** The n-th row of the file about the same thing; rejected rows count, so correcting one moves no other. */
  readonly ordinal: number;
  /** By field. Absent: the file has no such column. Null: the cell is empty. */
  readonly values: Readonly<Record<string, ImportValue>>;
}

export interface ImportFault {
  readonly line: number;
  readonly column: string;
  readonly value: string;
  /** Completes "<column> …", such as "is not a whole number". */
  readonly reason: string;
}

/** Counted in rows of the file. */
export interface ImportCounts {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  /** Rows without news for this kind: a product's second mention, a postage line among products. */
  readonly skipped: number;
}

/** Typed readers for a row: null when the cell is empty or the column is missing. */
export function textOf({ values }: ImportRow, field: string): string | null {
  const value = values[field];
  return typeof value === 'string' ? value : null;
}

export function integerOf({ values }: ImportRow, field: string): number | null {
  const value = values[field];
  return typeof value === 'number' ? value : null;
}

export function moneyOf({ values }: ImportRow, field: string): Amount | null {
  const value = values[field];
  return typeof value === 'object' && value !== null && 'minor' in value ? value : null;
}

export function instantOf({ values }: ImportRow, field: string): Date | null {
  const value = values[field];
  return value instanceof Date ? value : null;
}

export function booleanOf({ values }: ImportRow, field: string): boolean | null {
  const value = values[field];
  return typeof value === 'boolean' ? value : null;
}

/** Whether the file has the column at all. */
export const saysOf = (row: ImportRow, field: string): boolean => row.values[field] !== undefined;

export const noCounts: ImportCounts = { added: 0, changed: 0, unchanged: 0, skipped: 0 };

export function addCounts(a: ImportCounts, b: ImportCounts): ImportCounts {
  return {
    added: a.added + b.added,
    changed: a.changed + b.changed,
    unchanged: a.unchanged + b.unchanged,
    skipped: a.skipped + b.skipped,
  };
}
