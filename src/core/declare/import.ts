import type { Context } from '../runtime/context.ts';
import type { JsonObject, Scope, Tx } from '../runtime/database.ts';
import type { Notification } from './notification.ts';
import type { Permission } from '../runtime/permission.ts';

/** What a column of an imported file may hold. */
export interface ImportField {
  readonly name: string;
  readonly required: boolean;
  /** `money` is in the row's `currency` and becomes minor units; `date` becomes midnight UTC of that day. */
  readonly type: 'text' | 'integer' | 'money' | 'instant' | 'date' | 'boolean';
  readonly summary: string;
  /** The words a text may be. */
  readonly oneOf?: readonly string[];
}

export type ImportValue = string | number | bigint | boolean | Date | null;

/** A row after mapping and checking. */
export interface ImportRow {
  /** The line of the file where it begins. */
  readonly line: number;
  /** The n-th row of the file with the same `groupBy` values; rejected rows count, so mending one moves no other. */
  readonly ordinal: number;
  /** By field. Absent: the file has no such column. Null: it has, and the cell is empty. */
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
  /** Rows that say nothing new of this kind: a product's second mention, a postage line among products. */
  readonly skipped: number;
}

export interface ImportOutcome {
  readonly counts: ImportCounts;
  readonly faults: readonly ImportFault[];
  /** What `load` wants said of what it changed. */
  readonly notifications?: readonly Notification[];
}

/** The file at hand. Reading it again gives the same source: nothing of it depends on when it is imported. */
export interface ImportSource {
  /** Without folders. */
  readonly name: string;
  readonly sha256: string;
  readonly modifiedAt: Date;
}

/** A kind of thing that `npm run import` can load. */
export interface ImportKind {
  readonly name: string;
  readonly summary: string;
  readonly fields: readonly ImportField[];
  /** At least one of these must be mapped. */
  readonly needsOneOf?: readonly string[];
  /** The fields whose values say which thing a row belongs to. */
  readonly groupBy: readonly string[];
  /** Kinds that must be loaded before this one when both are asked for. */
  readonly after: readonly string[];
  readonly permission: Permission;
  /** Opens a run: what it remembers between rows lives as long as the run. */
  open(ctx: Context, source: ImportSource): ImportRun;
}

/**
 * One file on its way in. It is read twice: `survey` sees every good row before the first one is loaded, so that
 * a thing spread over many rows (an order and its lines) is known whole and loads the same whatever the batches.
 */
export interface ImportRun {
  survey(row: ImportRow): void;
  /** What `load` would do with these rows, without doing it. */
  preview(scope: Scope, rows: readonly ImportRow[]): Promise<ImportOutcome>;
  /** Loads one batch in the given transaction. Rows it refuses come back as faults; the rest is loaded. */
  load(tx: Tx, rows: readonly ImportRow[]): Promise<ImportOutcome>;
  /** Tells the database how its tables have grown. In a transaction of its own: it waits for others who do the same. */
  analyze(tx: Tx): Promise<void>;
  /** After the last batch: facts for the operator, such as totals and what looked odd. */
  summary(): JsonObject;
}

const read =
  <T extends ImportValue>(is: (value: ImportValue | undefined) => value is T) =>
  (row: ImportRow, field: string): T | null => {
    const value = row.values[field];
    return is(value) ? value : null;
  };

/** Typed ways to read a row: null when the cell is empty or there is no such column. */
export const textOf = read((value) => typeof value === 'string');
export const integerOf = read((value) => typeof value === 'number');
export const moneyOf = read((value) => typeof value === 'bigint');
export const instantOf = read((value) => value instanceof Date);
export const booleanOf = read((value) => typeof value === 'boolean');

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
