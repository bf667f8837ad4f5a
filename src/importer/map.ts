import type { ImportKind } from '../core/declare/import.ts';
import { count, listOf } from '../core/text/sentence.ts';
import { FileColumns, nearest } from './columns.ts';
import { columnsOfSource, type Mapping, type Source } from './mapping.ts';
import type { Preset } from './presets/preset.ts';
import { PresetReading } from './presets/reading.ts';
import { UsageError } from './usage-error.ts';

/** What the command line and the mapping file say about columns and fields. */
export interface Given {
  /** Field → column; an empty one: from no column. */
  readonly map: Readonly<Record<string, string>>;
  /** Field → the same value for every row. */
  readonly set: Readonly<Record<string, string>>;
  /** Columns that are not read. */
  readonly ignore: readonly string[];
  /** Column → text: such rows are left out. */
  readonly skip: Readonly<Record<string, string>>;
  /** Field → text → what it stands for. */
  readonly translate: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

export interface Resolved {
  readonly mapping: Mapping;
  /** Sentences for the operator about what is not read as the file or the preset has it. */
  readonly notes: readonly string[];
}

/**
 * For each field: what is given wins over the preset, and that over a column with the field's name. Throws one
 * `UsageError` that names everything missing or unknown.
 */
export function resolveMapping(
  kinds: readonly ImportKind[],
  columns: readonly string[],
  preset: Preset | null,
  given: Given,
): Resolved {
  const fields = [...new Set(kinds.flatMap((kind) => kind.fields.map((field) => field.name)))];
  const problems = unknownFields(fields, given);
  const all = new FileColumns(columns, problems);
  for (const name of given.ignore) all.named(name, '--ignore');
  const file = new FileColumns(
    columns.filter((column) => !given.ignore.some((name) => all.isSame(column, name))),
    problems,
  );
  const others = new Map(kinds.flatMap((kind) => kind.fields.map(({ name, also = [] }) => [name, also])));
  const reading = preset && new PresetReading(preset, file);
  const sources = new Map<string, Source>();
  const notes: string[] = [];
  for (const field of fields) {
    const source =
      given.map[field] === '' ? null : sourceOf(field, others.get(field) ?? [], file, reading, given);
    if (source) sources.set(field, source);
    const overruled = field in given.set ? file.of(field) : null;
    if (overruled !== null)
      notes.push(
        `The column "${overruled}" is not read: --set gives ${field} the value "${given.set[field]}".`,
      );
  }
  problems.push(...kinds.flatMap((kind) => missingFrom(kind, sources, given, preset, columns)));
  const skipped = Object.entries(given.skip).map(([name, text]) => {
    const column = file.named(name, '--skip') ?? name;
    return { what: `rows with ${column} "${text}"`, when: [{ column, matches: exactly(text) }] };
  });
  if (problems.length > 0) throw new UsageError(problems);
  const mapping: Mapping = {
    sources,
    translations: new Map(
      Object.entries(given.translate).map(([field, words]) => [
        field,
        new Map(Object.entries(words).map(([from, to]) => [from.trim().toLowerCase(), to])),
      ]),
    ),
    fillDown: reading?.fillDown() ?? null,
    leaveOut: [...skipped, ...(reading?.leaveOut() ?? [])],
  };
  return { mapping, notes: [...notes, ...lacking(preset, reading, sources)] };
}

function sourceOf(
  field: string,
  others: readonly string[],
  file: FileColumns,
  reading: PresetReading | null,
  given: Given,
): Source | null {
  const fixed = given.set[field];
  if (fixed !== undefined) return { is: 'value', value: fixed };
  const asked = given.map[field];
  if (asked !== undefined) {
    const column = file.named(asked, field);
    return column === null ? null : { is: 'column', column };
  }
  const known = reading?.sourceOf(field);
  if (known) return known;
  const own = reading?.isWithout(field) ? null : file.of(field, ...(reading ? [] : others));
  return own === null ? null : { is: 'column', column: own };
}

function unknownFields(fields: readonly string[], given: Given): string[] {
  const named = [given.map, given.set, given.translate].flatMap((one) => Object.keys(one));
  return [...new Set(named)]
    .filter((name) => !fields.includes(name))
    .map((name) => `There is no field "${name}"${nearest(name, fields)}.`);
}

function missingFrom(
  kind: ImportKind,
  sources: ReadonlyMap<string, Source>,
  given: Given,
  preset: Preset | null,
  columns: readonly string[],
): readonly string[] {
  const missing = kind.fields.filter(({ name, required }) => required && !sources.has(name));
  // One that was asked for and not found has its sentence already.
  const unasked = missing.map(({ name }) => name).filter((name) => !given.map[name]);
  const [first = ''] = unasked;
  const wanted = preset?.map[first];
  const usual =
    wanted === undefined ? '' : ` ${preset?.name} reads it from "${[wanted].flat().join('" or "')}".`;
  // What tells one row from another is not the same in all of them.
  const fixed =
    first === kind.fields.find(({ required }) => required)?.name
      ? ''
      : `, or --set ${first}=<value> for every row`;
  const problems: string[] = [];
  if (unasked.length > 0) {
    problems.push(
      `${kind.name} needs ${listOf(unasked)}: the file's columns are ${listOf(columns.map((c) => `"${c}"`))}.${usual} Add --map ${first}=<column>${fixed}.`,
    );
  }
  if (kind.needsOneOf && !kind.needsOneOf.some((field) => sources.has(field))) {
    problems.push(`${kind.name} needs at least one of ${listOf(kind.needsOneOf, 'or')}.`);
  }
  return problems;
}

function lacking(
  preset: Preset | null,
  reading: PresetReading | null,
  sources: ReadonlyMap<string, Source>,
): readonly string[] {
  const lacks = Object.entries(preset?.map ?? {}).filter(
    ([field]) => reading?.covers(field) && !sources.has(field),
  );
  if (lacks.length === 0) return [];
  const list = listOf(lacks.map(([field, names]) => `"${[names].flat()[0]}" (${field})`));
  return [`The file lacks ${count(lacks.length, 'column')} that ${preset?.name} can read: ${list}.`];
}

/** The columns of a file that no field comes from. */
export function unreadColumns(
  { sources }: Mapping,
  columns: readonly string[],
  ignored: readonly string[],
): readonly string[] {
  const read = new Set([...sources.values()].flatMap(columnsOfSource));
  return columns.filter((column) => column !== '' && !read.has(column) && !ignored.includes(column));
}

const exactly = (text: string): RegExp =>
  new RegExp(`^\\s*${text.trim().replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')}\\s*$`, 'i');
