import { createReadStream } from 'node:fs';
import { type Readable, Transform } from 'node:stream';
import { Refusal } from '../core/runtime/refusal.ts';
import { csvHeader, csvRecords } from './csv.ts';
import type { ImportFile } from './inspect.ts';
import { jsonRecords } from './json-lines.ts';

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

/** Streams the file's records; `onBytes` hears how far it has come. */
export async function* readRecords(
  file: ImportFile,
  onBytes: (read: number) => void = () => {},
): AsyncGenerator<FileRecord> {
  const text = open(file, onBytes);
  yield* file.format === 'csv' ? csvRecords(text, file) : jsonRecords(text);
}

/** The names of the columns: the header of CSV, the keys of the first hundred objects of JSON Lines. */
export async function columnsOf(file: ImportFile): Promise<readonly string[]> {
  const text = open(file, () => {});
  if (file.format === 'csv') return await csvHeader(text, file);
  const names = new Set<string>();
  let seen = 0;
  for await (const { cells } of jsonRecords(text)) {
    for (const name of Object.keys(cells)) names.add(name);
    seen += 1;
    if (seen === 100) break;
  }
  return [...names];
}

export function tooLong(line: number): Refusal {
  return new Refusal('invalid', `The record at line ${line} holds more than a million characters.`, {
    next: 'Look for a quote that is opened there and never closed.',
  });
}

function open({ path, encoding }: ImportFile, onBytes: (read: number) => void): Readable {
  // The decoder swallows a byte-order mark.
  const decoder = new TextDecoder(encoding);
  let read = 0;
  const decoded = new Transform({
    encoding: 'utf8',
    transform(chunk: Buffer, _, done) {
      read += chunk.length;
      onBytes(read);
      done(null, decoder.decode(chunk, { stream: true }));
    },
    flush(done) {
      done(null, decoder.decode());
    },
  });
  const bytes = createReadStream(path);
  bytes.once('error', (error) => decoded.destroy(error));
  decoded.once('close', () => bytes.destroy());
  return bytes.pipe(decoded);
}
