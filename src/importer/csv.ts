import type { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { Refusal } from '../core/runtime/refusal.ts';
import { cleanName } from '../core/text/clean.ts';
import type { ImportFile } from './inspect.ts';
import { type FileRecord, maxRecordLength, tooLong } from './record.ts';

interface Parsed {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

export async function* csvRecords(text: Readable, file: ImportFile): AsyncGenerator<FileRecord> {
  let header: readonly string[] | null = null;
  for await (const { record, line } of rows(text, file)) {
    if (header) yield toRecord(header, record, line);
    else header = named(record, file.name);
  }
}

export async function csvHeader(text: Readable, file: ImportFile): Promise<readonly string[]> {
  for await (const { record } of rows(text, file)) return named(record, file.name);
  return [];
}

async function* rows(
  text: Readable,
  file: ImportFile,
): AsyncGenerator<{ record: readonly string[]; line: number }> {
  const parser = text.pipe(
    parse({
      delimiter: file.delimiter,
      record_delimiter: ['\r\n', '\n', '\r'],
      // 5" nails: a quote inside a cell is an ordinary character.
      relax_quotes: true,
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      max_record_size: maxRecordLength,
      info: true,
    }),
  );
  let line = 0;
  try {
    for await (const { record, info } of parser as AsyncIterable<Parsed>) {
      // The parser reports the record's last line.
      line = info.lines - newlinesIn(record);
      yield { record, line };
    }
  } catch (error) {
    throw error instanceof CsvError ? refusalOf(error, line + 1) : error;
  } finally {
    text.destroy();
  }
}

function toRecord(header: readonly string[], record: readonly string[], line: number): FileRecord {
  const cells = Object.fromEntries(header.map((name, index) => [name, record[index] ?? '']));
  const surplus = record.slice(header.length).some((cell) => cell !== '');
  const ragged = record.length < header.length || surplus;
  return {
    line,
    cells,
    trouble: ragged ? `has ${record.length} cells where the header has ${header.length}` : null,
  };
}

/** Column names: an empty one becomes its letter's place, a repeated one gets a number. */
function named(header: readonly string[], file: string): readonly string[] {
  if (header[0] === 'Rejected line') {
    throw new Refusal('invalid', `${file} is a list of rejected rows; it cannot be imported.`, {
      next: 'Correct the rows in the original file and import that again: loaded rows stay as they are.',
    });
  }
  const seen = new Map<string, number>();
  return header.map((cell, index) => {
    const name = cleanName(cell, 255) || `column ${index + 1}`;
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    return times === 1 ? name : `${name} (${times})`;
  });
}

function newlinesIn(record: readonly string[]): number {
  return record.reduce((sum, cell) => sum + (cell.match(/\r\n|\r|\n/g)?.length ?? 0), 0);
}

function refusalOf(error: CsvError, line: number): Refusal {
  if (error.code === 'CSV_MAX_RECORD_SIZE') return tooLong(line);
  if (error.code === 'CSV_QUOTE_NOT_CLOSED') {
    return new Refusal('invalid', `A quote opened at or after line ${line} is never closed.`, {
      next: 'Close it, or double it where it is part of the text.',
    });
  }
  return new Refusal('invalid', `The file cannot be read from line ${line} on: ${error.message}.`);
}
