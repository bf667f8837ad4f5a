import type { FileRecord } from './file/record.ts';
import type { Joining } from './presets/preset.ts';

/** Where a field's text comes from, by the columns of one file. */
export type Source =
  | { readonly is: 'column'; readonly column: string }
  | { readonly is: 'value'; readonly value: string }
  | {
      readonly is: 'told';
      readonly column: string;
      readonly matches: RegExp;
      readonly yes: Source;
      readonly no: string;
    }
  | ({ readonly is: 'joined'; readonly columns: readonly string[] } & Omit<Joining, 'columns'>);

export interface Mapping {
  readonly sources: ReadonlyMap<string, Source>;
  /** Field → text in small letters → what it stands for. */
  readonly translations: ReadonlyMap<string, ReadonlyMap<string, string>>;
  readonly fillDown: {
    readonly columns: readonly string[];
    readonly by: string;
    readonly begins?: RegExp;
  } | null;
  readonly leaveOut: readonly {
    readonly what: string;
    readonly when: readonly { readonly column: string; readonly matches: RegExp }[];
  }[];
}

/** The text of one field in one record; undefined when the file has no value. */
export function cellOf({ cells }: FileRecord, mapping: Mapping, field: string): string | undefined {
  const source = mapping.sources.get(field);
  if (!source) return undefined;
  const text = read(source, cells);
  return mapping.translations.get(field)?.get(text.trim().toLowerCase()) ?? text;
}

function read(source: Source, cells: FileRecord['cells']): string {
  switch (source.is) {
    case 'column':
      return cells[source.column] ?? '';
    case 'value':
      return source.value;
    case 'told':
      return source.matches.test(cells[source.column] ?? '') ? read(source.yes, cells) : source.no;
    case 'joined':
      return joined(source, cells);
  }
}

function joined(
  { columns, as, except, takes }: Source & { is: 'joined' },
  cells: FileRecord['cells'],
): string {
  const parts = columns
    .flatMap((column) => taken((cells[column] ?? '').trim(), takes))
    .filter((part) => part !== '' && !except?.test(part));
  return as === 'sum' ? sumOf(parts) : nameOf(parts);
}

function taken(text: string, takes: RegExp | undefined): readonly string[] {
  const groups = takes ? [...text.matchAll(takes)].map(([, group = '']) => group.trim()) : [];
  return groups.length > 0 ? groups : [text];
}

function nameOf([name = '', ...options]: readonly string[]): string {
  return options.length > 0 ? `${name} - ${options.join(' / ')}` : name;
}

/** A part that is no number becomes the fault of the field. */
function sumOf(parts: readonly string[]): string {
  const odd = parts.find((part) => !/^\d{1,9}$/.test(part));
  return odd ?? (parts.length > 0 ? String(parts.reduce((sum, part) => sum + Number(part), 0)) : '');
}

export function columnsOfSource(source: Source): readonly string[] {
  switch (source.is) {
    case 'column':
      return [source.column];
    case 'value':
      return [];
    case 'told':
      return [source.column, ...columnsOfSource(source.yes)];
    case 'joined':
      return source.columns;
  }
}

/** The text of one field as it stands in the file, before anything is made of it; null: it comes from no single cell. */
export function fileTextOf({ cells }: FileRecord, { sources }: Mapping, field: string): string | null {
  const source = sources.get(field);
  return source?.is === 'column' ? (cells[source.column] ?? null) : null;
}

/** The name of a field as the file's author knows it. */
export function columnName(mapping: Mapping, field: string): string {
  const source = mapping.sources.get(field);
  return (source && columnsOfSource(source)[0]) ?? field;
}
