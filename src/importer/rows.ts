import type { ImportKind } from '../core/declare/import.ts';
import { CompactMap } from '../core/text/compact-map.ts';
import type { ImportRow } from '../core/tokens/import-row.ts';
import { type CheckedRow, checkRecord, type Style } from './check.ts';
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
  const seen = kinds.map(() => new CompactMap());
  const shape = new Shape(mapping);
  for await (const record of readRecords(file, onBytes)) {
    const filled = shape.fill(record);
    const leftOut = shape.leftOut(filled);
    if (leftOut !== null) {
      yield { record, leftOut, rows: [] };
      continue;
    }
    const rows = kinds.map((kind, index) => {
      const { row, faults } = checkRecord(kind, filled, mapping, style);
      const group = kind.groupBy.map((field) => String(row.values[field] ?? '').toUpperCase()).join('\n');
      const ordinal = (seen[index]?.get(group) ?? 0) + 1;
      seen[index]?.set(group, ordinal);
      return { row: { ...row, ordinal }, faults };
    });
    yield { record, leftOut, rows };
  }
}
