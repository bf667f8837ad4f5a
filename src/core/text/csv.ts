import { stringify } from 'csv-stringify/sync';
import { clean } from './clean.ts';

export type Cell = string | number | null;

/**
 * A table as CSV that a spreadsheet opens directly: UTF-8 with a byte-order mark, CRLF. Text that begins like a formula
 * gets an apostrophe, so that no title runs as one.
 */
export function csvOf(columns: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return stringify(
    rows.map((row) => row.map((cell) => (typeof cell === 'string' ? clean(cell) : cell))),
    { header: true, columns: [...columns], escape_formulas: true, bom: true, record_delimiter: 'windows' },
  );
}
