import type { ImportKind } from '../core/declare/import.ts';
import type { ImportRow } from '../core/tokens/import-row.ts';
import { type CheckedRow, checkRecord, type Style, textIn } from './check.ts';
import type { ImportFile } from './inspect.ts';
import type { Mapping } from './map.ts';
import type { FileRecord } from './record.ts';
import { readRecords } from './records.ts';

/** One record with its row for each kind, in the order of the kinds. */
export interface CheckedRecord {
  readonly record: FileRecord;
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
  for await (const record of readRecords(file, onBytes)) {
    const rows = kept.map(({ kind, memory }) => {
      const text = (field: string) => textIn(record, mapping, field);
      const { ordinal, inherited } = memory.next(kind, text);
      const { row, faults } = checkRecord(kind, record, mapping, style, inherited);
      return { row: { ...row, ordinal }, faults };
    });
    yield { record, rows };
  }
}

/** How many rows each thing has so far, and what they said for later ones that leave it empty. */
class GroupMemory {
  readonly #things = new Map<string, { ordinal: number; readonly inherited: Record<string, string> }>();
  #latest = '';

  next(kind: ImportKind, text: (field: string) => string) {
    const own = kind.groupOf(text);
    const key = own !== this.#latest && this.#goesOn(kind, text) ? this.#latest : own;
    const thing = this.#things.get(key) ?? { ordinal: 0, inherited: {} };
    this.#things.set(key, thing);
    this.#latest = key;
    thing.ordinal += 1;
    for (const { name, inherited } of kind.fields) {
      const said = inherited ? text(name) : '';
      if (said !== '') thing.inherited[name] = said;
    }
    return thing;
  }

  /** A row that goes on with the thing of the row before may leave a part of its key empty, such as an order's channel. */
  #goesOn(kind: ImportKind, text: (field: string) => string): boolean {
    const latest = this.#things.get(this.#latest);
    if (!latest) return false;
    return kind.groupOf((field) => text(field) || (latest.inherited[field] ?? '')) === this.#latest;
  }
}
