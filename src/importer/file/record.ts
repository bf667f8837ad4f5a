import { Refusal } from '../../core/runtime/refusal.ts';

/** One record of the file, as text. */
export interface FileRecord {
  /** The line where it begins; the first is 1. */
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
  /** Set when the whole record is unusable, such as "has 7 cells where the header has 8". */
  readonly trouble: string | null;
}

/** Without a prototype: a column may be called "constructor", and a record of JSON Lines may lack it. */
export function cellsFrom(entries: Iterable<readonly [column: string, text: string]>): FileRecord['cells'] {
  return Object.setPrototypeOf(Object.fromEntries(entries), null);
}

/** A longer record has a quote without its partner, or is not a table. */
export const maxRecordLength = 1_000_000;

export function tooLong(line: number): Refusal {
  return new Refusal('invalid', `The record at line ${line} holds more than a million characters.`, {
    next: 'Look for a quote opened there and never closed. If no cell of the file is quoted, add --no-quotes.',
  });
}
