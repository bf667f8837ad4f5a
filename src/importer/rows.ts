import type { ImportKind } from '../core/declare/import.ts';
import { codeKey } from '../core/text/code-key.ts';
import type { ImportRow } from '../core/tokens/import-row.ts';
import { type CheckedRow, checkRecord, type Style } from './check.ts';
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
  const seen = kinds.map(() => new Map<string, number>());
  for await (const record of readRecords(file, onBytes)) {
    const rows = kinds.map((kind, index) => {
      const { row, faults } = checkRecord(kind, record, mapping, style);
      const group = kind.groupBy.map((field) => codeKey(String(row.values[field] ?? ''))).join('\n');
      const ordinal = (seen[index]?.get(group) ?? 0) + 1;
      seen[index]?.set(group, ordinal);
      return { row: { ...row, ordinal }, faults };
    });
    yield { record, rows };
  }
}
