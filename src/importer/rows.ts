import type { ImportKind } from '../core/declare/import.ts';
import { CompactMap } from '../core/text/compact-map.ts';
import { CompactRecords } from '../core/text/compact-records.ts';
import type { ImportRow } from '../core/tokens/import-row.ts';
import { type CheckedRow, checkRecord, type Style, textIn } from './check.ts';
import type { ImportFile } from './file/inspect.ts';
import type { FileRecord } from './file/record.ts';
import { readRecords } from './file/records.ts';
import type { Mapping } from './mapping.ts';
import { Shape } from './shape.ts';

/** One record with its row for each kind, in the order of the kinds; without rows when it is left out. */
export interface CheckedRecord {
  readonly record: FileRecord;
  /** What it is, such as "picture rows". */
  readonly leftOut: string | null;
  readonly rows: readonly (Pick<CheckedRow, 'faults'> & { readonly row: ImportRow })[];
}

/** Reads, maps and checks the file from its start; a second pass gives the same. */
export async function* checkedRecords(
  file: ImportFile,
  kinds: readonly ImportKind[],
  mapping: Mapping,
  style: Style,
  onBytes: (read: number) => void,
): AsyncGenerator<CheckedRecord> {
  const kept = kinds.map((kind) => ({ kind, memory: new GroupMemory() }));
  const shape = new Shape(mapping);
  for await (const record of readRecords(file, onBytes)) {
    const filled = shape.fill(record);
    const leftOut = shape.leftOut(filled);
    if (leftOut !== null) {
      yield { record, leftOut, rows: [] };
      continue;
    }
    const rows = kept.map(({ kind, memory }) => {
      const text = (field: string) => textIn(filled, mapping, field);
      const { ordinal, inherited } = memory.next(kind, text);
      const { row, faults } = checkRecord(kind, filled, mapping, style, inherited);
      return { row: { ...row, ordinal }, faults };
    });
    yield { record, leftOut, rows };
  }
}

/** How many rows each thing has so far, and what they said for later ones that leave it empty. */
class GroupMemory {
  readonly #ordinals = new CompactMap();
  /** Only of things that said something. */
  readonly #said = new CompactRecords<{ readonly inherited: Record<string, string> }>();
  #latest: { readonly key: string; readonly inherited: Record<string, string> } | null = null;

  next(kind: ImportKind, text: (field: string) => string) {
    const own = kind.groupOf(text);
    const key = this.#latest && own !== this.#latest.key && this.#goesOn(kind, text) ? this.#latest.key : own;
    const ordinal = (this.#ordinals.get(key) ?? 0) + 1;
    this.#ordinals.set(key, ordinal);
    const before = this.#latest?.key === key ? this.#latest.inherited : this.#said.get(key)?.inherited;
    const inherited = { ...before, ...saidIn(kind, text) };
    if (Object.keys(inherited).length > 0) this.#said.set(key, { inherited });
    this.#latest = { key, inherited };
    return { ordinal, inherited };
  }

  /** A row that goes on with the thing of the row before may leave a part of its key empty, such as an order's channel. */
  #goesOn(kind: ImportKind, text: (field: string) => string): boolean {
    if (!this.#latest) return false;
    const { key, inherited } = this.#latest;
    return kind.groupOf((field) => text(field) || (inherited[field] ?? '')) === key;
  }
}

/** What the row says for later rows of its thing. */
function saidIn(kind: ImportKind, text: (field: string) => string): Record<string, string> {
  const said = kind.fields.flatMap(({ name, inherited }) =>
    inherited && text(name) ? [[name, text(name)]] : [],
  );
  return Object.fromEntries(said);
}
