import type { ImportKind } from '../../core/declare/import.ts';
import { CompactMap } from '../../core/text/compact-map.ts';
import { PackedTexts } from '../../core/text/packed-texts.ts';
import type { ImportRow } from '../../core/tokens/import-row.ts';
import { type CheckedRow, checkRecord, fieldsIn, type Style, textIn } from '../check.ts';
import type { ImportFile } from '../file/inspect.ts';
import type { FileRecord } from '../file/record.ts';
import { readRecords } from '../file/records.ts';
import type { Mapping } from '../mapping.ts';
import { Repeats } from './repeats.ts';
import { Shape } from './shape.ts';

/** The first pass over the file, and the second. */
export type Phase = 'checking' | 'loading';

/** One record with its row for each kind, in the order of the kinds; without rows when it is left out. */
export interface CheckedRecord {
  readonly record: FileRecord;
  /** What it is, such as "picture rows". */
  readonly leftOut: string | null;
  /** Equal to an earlier one in every column; told in the first pass only. */
  readonly isRepeat: boolean;
  readonly rows: readonly (Pick<CheckedRow, 'faults'> & { readonly row: ImportRow })[];
}

/** Reads, maps and checks the file from its start; a second pass gives the same rows. */
export async function* checkedRecords(
  file: ImportFile,
  kinds: readonly ImportKind[],
  mapping: Mapping,
  style: Style,
  phase: Phase,
  onBytes: (read: number) => void,
): AsyncGenerator<CheckedRecord> {
  const kept = kinds.map((kind) => ({ fields: fieldsIn(kind, mapping), memory: new GroupMemory(kind) }));
  const shape = new Shape(mapping);
  const repeats = phase === 'checking' ? new Repeats() : null;
  for await (const record of readRecords(file, onBytes)) {
    const filled = shape.fill(record);
    const leftOut = shape.leftOut(filled);
    if (leftOut !== null) {
      yield { record, leftOut, isRepeat: false, rows: [] };
      continue;
    }
    const rows = kept.map(({ fields, memory }) => {
      const text = (field: string) => textIn(filled, mapping, field);
      const { ordinal, inherited } = memory.next(text);
      const { row, faults } = checkRecord(fields, filled, mapping, style, inherited);
      return { row: { ...row, ordinal }, faults };
    });
    const isRepeat = repeats?.has(JSON.stringify(record.cells)) ?? false;
    yield { record, leftOut, isRepeat, rows };
  }
}

type Said = Readonly<Record<string, string>>;

/** How many rows each thing has so far, and what they said for later ones that leave it empty. */
class GroupMemory {
  readonly #kind: ImportKind;
  readonly #inherits: readonly string[];
  readonly #ordinals = new CompactMap();
  /** What things said, each once: a million products say the same few currencies. */
  readonly #said = new PackedTexts();
  readonly #places = new CompactMap();
  /** Thing → its place in `#said`; only of things that said something. */
  readonly #saidBy = new CompactMap();
  #latest: { readonly key: string; readonly inherited: Said } | null = null;

  constructor(kind: ImportKind) {
    this.#kind = kind;
    this.#inherits = kind.fields.filter(({ inherited }) => inherited).map(({ name }) => name);
  }

  next(text: (field: string) => string) {
    const own = this.#kind.groupOf(text);
    const key = this.#latest && own !== this.#latest.key && this.#goesOn(text) ? this.#latest.key : own;
    const ordinal = (this.#ordinals.get(key) ?? 0) + 1;
    this.#ordinals.set(key, ordinal);
    const inherited = this.#inherits.length > 0 ? this.#hear(key, text) : {};
    this.#latest = { key, inherited };
    return { ordinal, inherited };
  }

  /** A row that goes on with the thing of the row before may leave a part of its key empty, such as an order's channel. */
  #goesOn(text: (field: string) => string): boolean {
    if (!this.#latest) return false;
    const { key, inherited } = this.#latest;
    return this.#kind.groupOf((field) => text(field) || (inherited[field] ?? '')) === key;
  }

  /** What the thing has said so far, this row included. */
  #hear(key: string, text: (field: string) => string): Said {
    const before = this.#latest?.key === key ? this.#latest.inherited : this.#saidAt(this.#saidBy.get(key));
    const news = this.#inherits.flatMap((field) => {
      const now = text(field);
      return now !== '' && now !== before[field] ? [[field, now] as const] : [];
    });
    if (news.length === 0) return before;
    const said = { ...before, ...Object.fromEntries(news) };
    const packed = JSON.stringify(said);
    const known = this.#places.get(packed) ?? this.#said.add(packed);
    this.#places.set(packed, known);
    this.#saidBy.set(key, known);
    return said;
  }

  #saidAt(place: number | undefined): Said {
    return JSON.parse((place === undefined ? undefined : this.#said.at(place)) ?? '{}');
  }
}
