import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { textsAndNumbers } from '../../core/text/exact-json.ts';
import { isTooDeep, nestedTooDeep } from '../../core/text/json-depth.ts';
import { cellsFrom, type FileRecord, maxRecordLength, tooLong } from './record.ts';

type Tree = string | boolean | null | readonly Tree[] | { readonly [key: string]: Tree };

const atOnce = 100;

/** Streams JSON Lines, many at a time. Nested objects become columns such as `customer.id`; arrays stay JSON text. */
export async function* jsonRecords(text: Readable): AsyncGenerator<readonly FileRecord[]> {
  let line = 0;
  let records: FileRecord[] = [];
  try {
    for await (const source of createInterface({ input: text, crlfDelay: Number.POSITIVE_INFINITY })) {
      line += 1;
      if (source.length > maxRecordLength) throw tooLong(line);
      if (source.trim() !== '') records.push(toRecord(source, line));
      if (records.length < atOnce) continue;
      yield records;
      records = [];
    }
    yield records;
  } finally {
    // Whoever stops early leaves no file open.
    text.destroy();
  }
}

function toRecord(source: string, line: number): FileRecord {
  const tree = parse(source);
  if (typeof tree !== 'object' || tree === null || Array.isArray(tree)) {
    return { line, cells: cellsFrom([]), trouble: 'is not a JSON object' };
  }
  if (isTooDeep(tree)) return { line, cells: cellsFrom([]), trouble: nestedTooDeep };
  return { line, cells: cellsFrom(flatten(tree, '')), trouble: null };
}

/** Numbers become strings before parsing: an id beyond 2^53 and a price of 0.1 keep every digit. */
function parse(source: string): Tree | undefined {
  try {
    return JSON.parse(
      source.replace(textsAndNumbers, (token) => (token.startsWith('"') ? token : `"${token}"`)),
    );
  } catch {
    return undefined;
  }
}

function flatten(tree: Tree, path: string): [string, string][] {
  if (typeof tree === 'object' && tree !== null && !Array.isArray(tree)) {
    return Object.entries(tree).flatMap(([key, value]) => flatten(value, path ? `${path}.${key}` : key));
  }
  if (tree === null) return [[path, '']];
  return [[path, typeof tree === 'object' ? JSON.stringify(tree) : String(tree)]];
}
