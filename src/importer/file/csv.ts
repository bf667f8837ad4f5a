import type { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { Refusal } from '../../core/runtime/refusal.ts';
import { cleanName } from '../../core/text/clean.ts';
import { count } from '../../core/text/sentence.ts';
import { inBatches } from './batches.ts';
import type { ImportFile } from './inspect.ts';
import { type FileRecord, maxRecordLength, tooLong } from './record.ts';

/** The file's records, many at a time. */
export async function* csvRecords(text: Readable, file: ImportFile): AsyncGenerator<readonly FileRecord[]> {
  let header: Header | null = null;
  for await (const batch of rows(text, file)) {
    const records: FileRecord[] = [];
    for (const { record, line } of batch) {
      if (header) records.push(toRecord(header, record, line));
      else header = headerOf(record, file.name);
    }
    yield records;
  }
}

export async function csvHeader(text: Readable, file: ImportFile): Promise<readonly string[]> {
  for await (const [first] of rows(text, file)) if (first) return headerOf(first.record, file.name).names;
  return [];
}

interface Row {
  readonly record: readonly string[];
  readonly line: number;
}

/** Without those that hold nothing. */
async function* rows(text: Readable, file: ImportFile): AsyncGenerator<readonly Row[]> {
  const parser = text.pipe(
    parse({
      delimiter: file.delimiter,
      record_delimiter: ['\r\n', '\n', '\r'],
      quote: file.quotes ? '"' : false,
      // 5" nails: a quote inside a cell is an ordinary character.
      relax_quotes: file.quotes,
      relax_column_count: true,
      max_record_size: maxRecordLength,
    }),
  );
  // A pipe tells nobody that its beginning failed.
  text.once('error', (error) => parser.destroy(error));
  let next = 1;
  let skipped = !file.hasSeparatorLine;
  try {
    for await (const records of inBatches<readonly string[]>(parser)) {
      const batch: Row[] = [];
      for (const record of records) {
        const line = next;
        // Counted here: the parser counts CRLF inside quotes as two lines, and takes as long to count as to parse.
        next += 1;
        for (const cell of record) next += breaksIn(cell);
        if (record.every((cell) => cell.trim() === '')) continue;
        if (skipped) batch.push({ record, line });
        skipped = true;
      }
      yield batch;
    }
  } catch (error) {
    throw error instanceof CsvError ? refusalOf(error, next) : error;
  } finally {
    text.destroy();
  }
}

interface Header {
  readonly cells: readonly string[];
  readonly names: readonly string[];
}

function toRecord({ cells: header, names }: Header, record: readonly string[], line: number): FileRecord {
  const cells: Record<string, string> = {};
  for (let index = 0; index < names.length; index += 1) cells[names[index] ?? ''] = record[index] ?? '';
  const surplus = record.length > names.length && record.slice(names.length).some((cell) => cell !== '');
  const ragged = record.length < names.length || surplus;
  return { line, cells, trouble: ragged ? raggedness(record, names) : repetition(header, record) };
}

function raggedness(record: readonly string[], header: readonly string[]): string {
  return `has ${count(record.length, 'cell')} where the header has ${header.length}`;
}

/** Two exports that were pasted together. */
function repetition(header: readonly string[], record: readonly string[]): string | null {
  const repeats =
    header.length > 1 && header.every((cell, index) => cleanName(record[index] ?? '', 255) === cell);
  return repeats ? 'repeats the header' : null;
}

/** Column names: an empty one becomes its place, a repeated one gets a number. */
function headerOf(header: readonly string[], file: string): Header {
  if (header[0] === 'Rejected line') {
    throw new Refusal('invalid', `${file} is a list of rejected rows; it cannot be imported.`, {
      next: 'Correct the rows in the original file and import that again: loaded rows stay as they are.',
    });
  }
  const cells = header.map((cell) => cleanName(cell, 255));
  const names = new Set<string>();
  for (const [index, cell] of cells.entries()) {
    // Where there is no name, or one that no object can have.
    const name = cell && cell !== '__proto__' ? cell : `column ${index + 1}`;
    let unique = name;
    for (let times = 2; names.has(unique); times += 1) unique = `${name} (${times})`;
    names.add(unique);
  }
  return { cells, names: [...names] };
}

function breaksIn(cell: string): number {
  if (!cell.includes('\n') && !cell.includes('\r')) return 0;
  return cell.match(/\r\n|\r|\n/g)?.length ?? 0;
}

function refusalOf(error: CsvError, line: number): Refusal {
  if (error.code === 'CSV_MAX_RECORD_SIZE') return tooLong(line);
  if (error.code === 'CSV_QUOTE_NOT_CLOSED') {
    return new Refusal('invalid', `A quote opened at or after line ${line} is never closed.`, {
      next: 'Close it, or double it where it is part of the text. If no cell of the file is quoted, add --no-quotes.',
    });
  }
  return new Refusal('invalid', `The file cannot be read from line ${line} on: ${error.message}.`);
}
