import { Refusal } from '../core/runtime/refusal.ts';

/** One record of the file, as text. */
export interface FileRecord {
  /** Where it begins; the first line is 1. */
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
  /** Set when the record cannot be used as a whole, such as "has 7 cells where the header has 8". */
  readonly trouble: string | null;
}

/** More than this in one record is a quote without its partner, or no table at all. */
export const maxRecordLength = 1_000_000;

export function tooLong(line: number): Refusal {
  return new Refusal('invalid', `The record at line ${line} holds more than a million characters.`, {
    next: 'Look for a quote that is opened there and never closed.',
  });
}
