import { stringify } from 'csv-stringify/sync';
import { clean } from './clean.ts';

export type Cell = string | number | null;

// A lone line feed or return ends a row for a spreadsheet, whatever ends ours.
const dialect = { escape_formulas: true, record_delimiter: 'windows', quoted_match: /[\r\n]/ } as const;

const cleaned = (rows: readonly (readonly Cell[])[]) =>
  rows.map((row) => row.map((cell) => (typeof cell === 'string' ? clean(cell) : cell)));

/**
 * A table as CSV that a spreadsheet opens directly: UTF-8 with a byte-order mark, CRLF. Text that begins like a formula
 * gets an apostrophe, so that no title runs as one.
 */
export function csvOf(columns: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return stringify(cleaned(rows), { ...dialect, header: true, columns: [...columns], bom: true });
}

/** The same in parts, a page of rows at a time. */
export async function* csvParts(
  columns: readonly string[],
  pages: AsyncIterable<readonly (readonly Cell[])[]>,
): AsyncGenerator<string> {
  yield csvOf(columns, []);
  for await (const rows of pages) yield stringify(cleaned(rows), dialect);
}
