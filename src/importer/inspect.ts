import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import type { ImportSource } from '../core/declare/import.ts';
import { Refusal } from '../core/runtime/refusal.ts';
import { cleanName } from '../core/text/clean.ts';

export type Format = 'csv' | 'jsonl';
export type Encoding = 'utf-8' | 'utf-16le' | 'windows-1252';

export interface ImportFile extends ImportSource {
  readonly path: string;
  readonly size: number;
  readonly format: Format;
  readonly encoding: Encoding;
  /** Between cells; unused for JSON Lines. */
  readonly delimiter: string;
}

const delimiters = [',', ';', '\t', '|'] as const;

/** Reads the file once for its format, encoding and fingerprint. Refuses binary files. */
export async function inspectFile(path: string, format: Format | null): Promise<ImportFile> {
  const { size, mtime } = await stat(path).catch((error: NodeJS.ErrnoException) => {
    throw new Refusal('not-found', `${path} cannot be read: ${error.code ?? error.message}.`);
  });
  const hash = createHash('sha256');
  const utf8 = new TextDecoder('utf-8', { fatal: true });
  let head: Buffer = Buffer.alloc(0);
  let isUtf8 = true;
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    hash.update(chunk);
    if (head.length < 65_536) head = Buffer.concat([head, chunk]).subarray(0, 65_536);
    isUtf8 &&= decodes(utf8, chunk, true);
  }
  isUtf8 &&= decodes(utf8, Buffer.alloc(0), false);
  const name = cleanName(basename(path), 255);
  if (head.toString('utf8').replace('\uFEFF', '').trim() === '') {
    throw new Refusal('invalid', `${name} is empty: there is nothing to import.`);
  }
  const encoding = head[0] === 0xff && head[1] === 0xfe ? 'utf-16le' : isUtf8 ? 'utf-8' : 'windows-1252';
  const text = new TextDecoder(encoding).decode(head).trimStart();
  refuseBinary(name, head, text);
  return {
    path,
    name,
    size,
    sha256: hash.digest('hex'),
    modifiedAt: new Date(Math.floor(mtime.getTime())),
    encoding,
    format: format ?? formatOf(path, text),
    delimiter: delimiterOf(text),
  };
}

function decodes(decoder: InstanceType<typeof TextDecoder>, chunk: Buffer, stream: boolean): boolean {
  try {
    decoder.decode(chunk, { stream });
    return true;
  } catch {
    return false;
  }
}

function refuseBinary(name: string, head: Buffer, text: string): void {
  if (head.subarray(0, 4).toString('latin1') === 'PK\u0003\u0004') {
    throw new Refusal('invalid', `${name} is an Excel workbook or another archive.`, {
      next: 'Save the sheet as CSV (UTF-8) and import that.',
    });
  }
  const controls = [...text].filter((sign) => sign < ' ' && !'\t\n\r\f'.includes(sign)).length;
  if (text.includes('\u0000') || controls > text.length / 20) {
    throw new Refusal('invalid', `${name} is not text: it cannot be CSV or JSON Lines.`);
  }
}

function formatOf(path: string, text: string): Format {
  if (['.jsonl', '.ndjson'].includes(extname(path).toLowerCase())) return 'jsonl';
  return text.startsWith('{') ? 'jsonl' : 'csv';
}

/** The separator that occurs most often in the header, outside quotes. */
function delimiterOf(text: string): string {
  const header = text.replace(/"(?:[^"]|"")*"/g, '').split(/\r|\n/, 1)[0] ?? '';
  const counts = delimiters.map((sign) => header.split(sign).length - 1);
  return delimiters[counts.indexOf(Math.max(...counts))] ?? ',';
}
