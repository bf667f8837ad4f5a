import { closest } from 'fastest-levenshtein';
import type { ImportKind } from '../core/declare/import.ts';
import { listOf } from '../core/text/sentence.ts';
import type { Preset, Telling } from './presets/preset.ts';
import type { FileRecord } from './record.ts';

/** The source of each field: a column or a fixed value. */
export interface Mapping {
  readonly map: Readonly<Record<string, string>>;
  readonly set: Readonly<Record<string, string>>;
  readonly tell: Readonly<Record<string, Telling>>;
}

/** Every mistake in the command line or the mapping. The process ends with code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(problems.join('\n'));
    this.problems = problems;
  }
}

/**
 * The command line wins over the mapping file, and that over the preset; a column with a field's name is that field.
 * Throws one `UsageError` that names everything missing or unknown.
 */
export function resolveMapping(
  kinds: readonly ImportKind[],
  columns: readonly string[],
  preset: Preset | null,
  given: { readonly map: Readonly<Record<string, string>>; readonly set: Readonly<Record<string, string>> },
): Mapping {
  const fields = new Set(kinds.flatMap((kind) => kind.fields.map((field) => field.name)));
  const problems: string[] = [];
  for (const name of [...Object.keys(given.map), ...Object.keys(given.set)]) {
    if (!fields.has(name)) problems.push(`There is no field "${name}"${nearest(name, [...fields])}.`);
  }
  const found = new Map(columns.map((column) => [plain(column), column]));
  const map: Record<string, string> = {};
  for (const field of fields) {
    const asked = given.map[field] ?? (field in given.set ? undefined : preset?.map[field]);
    const column = found.get(plain(asked ?? field));
    if (column !== undefined) map[field] = column;
    else if (asked !== undefined) {
      problems.push(`The file has no column "${asked}" for ${field}${nearest(asked, columns)}.`);
    }
  }
  const set = { ...pick(preset?.set, fields), ...given.set };
  const tell = pick(preset?.tell, fields);
  const known = (field: string) => field in map || field in set || field in tell;
  const asked = (field: string) => field in given.map || field in (preset?.map ?? {});
  for (const kind of kinds) {
    const missing = kind.fields
      .filter((f) => f.required && !known(f.name) && !asked(f.name))
      .map((f) => f.name);
    if (missing.length > 0) {
      problems.push(
        `${kind.name} needs ${listOf(missing)}: the file's columns are ${listOf(columns.map((c) => `"${c}"`))}. Add --map ${missing[0]}=<column>.`,
      );
    }
    if (kind.needsOneOf && !kind.needsOneOf.some(known)) {
      problems.push(`${kind.name} needs at least one of ${listOf(kind.needsOneOf, 'or')}.`);
    }
  }
  if (problems.length > 0) throw new UsageError(problems);
  return { map, set, tell };
}

/** The columns of a file that no field comes from. */
export function unreadColumns({ map, tell }: Mapping, columns: readonly string[]): readonly string[] {
  const read = new Set([...Object.values(map), ...Object.values(tell).map(({ column }) => column)]);
  return columns.filter((column) => column !== '' && !read.has(column));
}

/** The text of one field in one record; undefined when the file has no value. */
export function cellOf(record: FileRecord, mapping: Mapping, field: string): string | undefined {
  const column = mapping.map[field];
  if (column !== undefined) return record.cells[column] ?? '';
  const fixed = mapping.set[field];
  if (fixed !== undefined) return fixed;
  const telling = mapping.tell[field];
  if (!telling) return undefined;
  return telling.matches.test(record.cells[telling.column] ?? '') ? telling.yes : telling.no;
}

/** The name of a field as the file's author knows it. */
export function columnName(mapping: Mapping, field: string): string {
  return mapping.map[field] ?? mapping.tell[field]?.column ?? field;
}

const plain = (name: string): string =>
  name
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, '_');

function nearest(word: string, among: readonly string[]): string {
  return among.length > 0 ? ` (nearest: "${closest(word, [...among])}")` : '';
}

function pick<T>(
  from: Readonly<Record<string, T>> | undefined,
  names: ReadonlySet<string>,
): Record<string, T> {
  return Object.fromEntries(Object.entries(from ?? {}).filter(([name]) => names.has(name)));
}
