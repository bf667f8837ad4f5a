import { createReadStream } from 'node:fs';
import { type Readable, Transform } from 'node:stream';
import { csvHeader, csvRecords } from './csv.ts';
import type { ImportFile } from './inspect.ts';
import { jsonRecords } from './json-lines.ts';
import type { FileRecord } from './record.ts';

/** Streams the file's records, many at a time; `onBytes` receives the position in the file. */
export async function* readRecords(
  file: ImportFile,
  onBytes: (read: number) => void = () => {},
): AsyncGenerator<readonly FileRecord[]> {
  const text = open(file, onBytes);
  yield* file.format === 'csv' ? csvRecords(text, file) : jsonRecords(text);
}

/** The column names: CSV's header, or the keys of all JSON objects, since exports leave out keys without a value. */
export async function columnsOf(file: ImportFile): Promise<readonly string[]> {
  const text = open(file, () => {});
  if (file.format === 'csv') return await csvHeader(text, file);
  const names = new Set<string>();
  for await (const records of jsonRecords(text))
    for (const { cells } of records) for (const name of Object.keys(cells)) names.add(name);
  return [...names];
}

/** What is parsed in one go. */
const chunkBytes = 1 << 14;

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
  const bytes = createReadStream(path, { highWaterMark: chunkBytes });
  bytes.once('error', (error) => decoded.destroy(error));
  decoded.once('close', () => bytes.destroy());
  return bytes.pipe(decoded);
}
