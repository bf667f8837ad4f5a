import type { ImportKind } from '../../core/declare/import.ts';
import { CompactMap } from '../../core/text/compact-map.ts';
import { PackedTexts } from '../../core/text/packed-texts.ts';
import type { ImportField, ImportRow } from '../../core/tokens/import-row.ts';
import { type CheckedRow, checkRecord, fieldsIn, type Style, textIn } from '../check.ts';
import type { FileRecord } from '../file/record.ts';
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

/** Maps and checks the file's records, in their order; a second one says the same of them. */
export class Checking {
  readonly #mapping: Mapping;
  readonly #style: Style;
  readonly #kinds: readonly { readonly fields: readonly ImportField[]; readonly memory: GroupMemory }[];
  readonly #shape: Shape;
  readonly #repeats: Repeats | null;

  constructor(kinds: readonly ImportKind[], mapping: Mapping, style: Style, phase: Phase) {
    this.#mapping = mapping;
    this.#style = style;
    this.#kinds = kinds.map((kind) => ({ fields: fieldsIn(kind, mapping), memory: new GroupMemory(kind) }));
    this.#shape = new Shape(mapping);
    this.#repeats = phase === 'checking' ? new Repeats() : null;
  }

  check(record: FileRecord): CheckedRecord {
    const filled = this.#shape.fill(record);
    const leftOut = this.#shape.leftOut(filled);
    if (leftOut !== null) return { record, leftOut, isRepeat: false, rows: [] };
    const text = (field: string) => textIn(filled, this.#mapping, field);
    const rows = this.#kinds.map(({ fields, memory }) => {
      const { ordinal, inherited } = memory.next(text);
      const { row, faults } = checkRecord(fields, filled, this.#mapping, this.#style, inherited);
      return { row: { line: row.line, ordinal, values: row.values }, faults };
    });
    // What could not be read is a fault, and says nothing that another says.
    const isRepeat = record.trouble === null && (this.#repeats?.has(JSON.stringify(record.cells)) ?? false);
    return { record, leftOut, isRepeat, rows };
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
    let said = before;
    for (const field of this.#inherits) {
      const now = text(field);
      if (now !== '' && now !== said[field]) said = { ...said, [field]: now };
    }
    if (said === before) return before;
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
