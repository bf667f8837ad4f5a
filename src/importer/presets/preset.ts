import type { DecimalSign } from '../../core/text/number.ts';
import type { DateOrder } from '../dates.ts';

/** A column's name, or its names in older and newer exports: the first that the file has is read. */
export type ColumnNames = string | readonly string[];

/** How to read a known export: data only. A column that the file lacks is named, and its field left out. */
export interface Preset {
  readonly name: string;
  readonly summary: string;
  /** Field → column. */
  readonly map: Readonly<Record<string, ColumnNames>>;
  /** Field → the same value for every row. */
  readonly set?: Readonly<Record<string, string>>;
  /** Field → a value that depends on whether a column's text matches. */
  readonly tell?: Readonly<Record<string, Telling>>;
  /** Field → several columns put together. */
  readonly join?: Readonly<Record<string, Joining>>;
  /** Fields that a column of the same name does not mean. */
  readonly without?: readonly string[];
  readonly fillDown?: FillDown;
  /** Rows that are no fault and say nothing here. */
  readonly leaveOut?: readonly LeaveOut[];
  readonly dates?: DateOrder;
  readonly decimal?: DecimalSign;
  readonly timeZone?: string;
  /** False: the export never quotes, so a quote is an ordinary character. */
  readonly quotes?: boolean;
}

export interface Telling {
  readonly column: string;
  readonly matches: RegExp;
  readonly yes: string | { readonly from: ColumnNames };
  readonly no: string;
}

export interface Joining {
  readonly columns: readonly ColumnNames[];
  /** `name`: "T-shirt - Red / M". `sum`: whole numbers added up. */
  readonly as: 'name' | 'sum';
  /** Parts of a name that say nothing, such as "Default Title". */
  readonly except?: RegExp;
  /** What to take of a part: the first group of every match. Without a match, the whole part. */
  readonly takes?: RegExp;
}

/** Cells that only a product's or order's first row holds, and its later rows leave empty. */
export interface FillDown {
  readonly columns: readonly string[];
  /** Rows below each other with the same text here belong together; with `begins`, such a text begins the next. */
  readonly by: ColumnNames;
  readonly begins?: RegExp;
}

export interface LeaveOut {
  /** What they are, in the plural. */
  readonly what: string;
  /** Every one of them holds. One whose column the file lacks never does. */
  readonly when: readonly { readonly column: ColumnNames; readonly matches: RegExp }[];
}
