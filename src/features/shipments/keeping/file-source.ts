import { cut } from '../../../core/text/clean.ts';

const prefix = 'file ';
const longest = 100;

/** What tells in the name of a file, by where it comes from. */
export function fileSource(origin: string): string {
  return cut(`${prefix}${origin}`, longest);
}

/** Where the file comes from that told it; null: no file did. */
export function fileOrigin(source: string): string | null {
  return source.startsWith(prefix) ? source.slice(prefix.length) : null;
}
