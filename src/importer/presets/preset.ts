import type { DecimalSign } from '../../core/text/number.ts';
import type { DateOrder } from '../dates.ts';

/** How to read a known export: data only. */
export interface Preset {
  readonly name: string;
  readonly summary: string;
  /** Field → column. */
  readonly map: Readonly<Record<string, string>>;
  /** Field → the same value for every row. */
  readonly set?: Readonly<Record<string, string>>;
  /** Field → a value that depends on whether a column's text matches. */
  readonly tell?: Readonly<Record<string, Telling>>;
  readonly dates?: DateOrder;
  readonly decimal?: DecimalSign;
  readonly timeZone?: string;
}

export interface Telling {
  readonly column: string;
  readonly matches: RegExp;
  readonly yes: string;
  readonly no: string;
}
