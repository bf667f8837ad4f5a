import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import type { ImportSource } from '../../core/declare/import.ts';
import { Refusal } from '../../core/runtime/refusal.ts';
import { cleanName } from '../../core/text/clean.ts';
import { EncodingCensus } from './encoding.ts';

export type Format = 'csv' | 'jsonl';

/** What the command line says about the file; null: found out. */
export interface FileWishes {
  /** What it comes from: the export, or what the operator calls it. */
  readonly origin: string;
  readonly format: Format | null;
  readonly encoding: string | null;
  /** False: a quote is an ordinary character. */
  readonly quotes: boolean;
}

export interface ImportFile extends ImportSource {
  readonly path: string;
  readonly size: number;
  readonly format: Format;
  /** A label that TextDecoder knows. */
  readonly encoding: string;
  /** Characters that are broken in that encoding, when it is UTF-8. */
  readonly broken: number;
  /** Between cells; unused for JSON Lines. */
  readonly delimiter: string;
  /** The first line only tells a spreadsheet the separator: "sep=;". */
  readonly hasSeparatorLine: boolean;
  readonly quotes: boolean;
}

const delimiters = [',', ';', '\t', '|'] as const;

/** Reads the file once for its format, encoding and fingerprint. Refuses what is no table of text. */
export async function inspectFile(path: string, wishes: FileWishes): Promise<ImportFile> {
  const name = cleanName(basename(path), 255);
  const { size, modifiedAt, sha256, census } = await readWhole(path, name);
  const { head } = census;
  refuseArchive(name, head);
  const encoding = new TextDecoder(wishes.encoding ?? census.verdict()).encoding;
  const text = new TextDecoder(encoding).decode(head).trimStart();
  if (text === '') throw new Refusal('invalid', `${name} is empty: there is nothing to import.`);
  refuseBinary(name, text);
  const format = wishes.format ?? formatOf(path, text);
  if (format === 'jsonl') refuseDocument(name, text);
  const separator = /^"?sep=(.)"?[^\S\t]*(?:\r|\n|$)/.exec(text)?.[1];
  return {
    path,
    name,
    origin: wishes.origin,
    size,
    sha256,
    modifiedAt,
    encoding,
    broken: encoding === 'utf-8' ? census.broken : 0,
    format,
    delimiter: separator ?? delimiterOf(text),
    hasSeparatorLine: separator !== undefined,
    quotes: wishes.quotes,
  };
}

async function readWhole(path: string, name: string) {
  const hash = createHash('sha256');
  const census = new EncodingCensus();
  try {
    const about = await stat(path);
    if (!about.isFile()) {
      throw new Refusal('invalid', `${name} is ${about.isDirectory() ? 'a folder' : 'not a file'}.`, {
        next: 'Name a file of rows.',
      });
    }
    for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
      hash.update(chunk);
      census.take(chunk);
    }
    const modifiedAt = new Date(Math.floor(about.mtime.getTime()));
    return { size: about.size, modifiedAt, sha256: hash.digest('hex'), census };
  } catch (error) {
    if (error instanceof Refusal) throw error;
    const { code, message } = error as NodeJS.ErrnoException;
    throw new Refusal('not-found', `${path} cannot be read: ${code ?? message}.`);
  }
}

function refuseArchive(name: string, head: Buffer): void {
  const start = head.subarray(0, 4).toString('latin1');
  const next = 'Save the sheet as CSV (UTF-8) and import that.';
  if (start === 'PK\u0003\u0004') {
    throw new Refusal('invalid', `${name} is an Excel workbook or another archive.`, { next });
  }
  if (start === '\u00D0\u00CF\u0011\u00E0') {
    throw new Refusal('invalid', `${name} is an Excel workbook of the old kind.`, { next });
  }
}

function refuseBinary(name: string, text: string): void {
  const controls = [...text].filter((sign) => sign < ' ' && !'\t\n\r\f'.includes(sign)).length;
  if (text.includes('\u0000') || controls > text.length / 20) {
    throw new Refusal('invalid', `${name} is not text: it cannot be CSV or JSON Lines.`, {
      next: 'If it is text, name its encoding with --encoding.',
    });
  }
}

/** One document over many lines cannot be streamed, and would be a fault in every line. */
function refuseDocument(name: string, text: string): void {
  const isArray = text.startsWith('[');
  if (!isArray && !/^\{\s*[\r\n]/.test(text)) return;
  throw new Refusal('invalid', `${name} is one JSON ${isArray ? 'array' : 'object'}, not JSON Lines.`, {
    next: 'Write one object per line, without brackets and commas between them: jq -c ".[]" does it for an array.',
  });
}

function formatOf(path: string, text: string): Format {
  if (['.jsonl', '.ndjson'].includes(extname(path).toLowerCase())) return 'jsonl';
  return text.startsWith('{') || /^\[\s*[[{\]]/.test(text) ? 'jsonl' : 'csv';
}

/** The separator that occurs most often in the header, outside quotes. */
function delimiterOf(text: string): string {
  const header = text.replace(/"(?:[^"]|"")*"/g, '').split(/\r|\n/, 1)[0] ?? '';
  const counts = delimiters.map((sign) => header.split(sign).length - 1);
  return delimiters[counts.indexOf(Math.max(...counts))] ?? ',';
}
