import type { ImportKind } from '../../core/declare/import.ts';
import type { ImportFault, ImportValue } from '../../core/tokens/import-row.ts';
import { fieldsIn } from '../check.ts';
import { cellsFrom, type FileRecord } from '../file/record.ts';
import type { Mapping } from '../mapping.ts';
import type { CheckedRecord } from './rows.ts';

type Sparse<Value> = readonly (readonly [index: number, value: Value])[];

/** Records as one thread sends them to another: by columns, since names of fields and cells would take most of the time. */
export interface PackedRecords {
  readonly lines: readonly number[];
  /** All cells of a record as JSON: they are asked for where it is rejected. */
  readonly cells: readonly string[];
  readonly troubles: Sparse<string>;
  readonly leftOut: Sparse<string>;
  readonly repeats: readonly number[];
  readonly kinds: readonly PackedRows[];
}

interface PackedRows {
  readonly ordinals: Int32Array;
  /** A column for each field that the file has; undefined: the row has no such value. */
  readonly columns: readonly (readonly (ImportValue | undefined)[])[];
  readonly faults: Sparse<readonly ImportFault[]>;
}

/** Packs records for a thread that knows the same kinds and mapping, and unpacks them there. */
export class Packing {
  readonly #fields: readonly (readonly string[])[];

  constructor(kinds: readonly ImportKind[], mapping: Mapping) {
    this.#fields = kinds.map((kind) => fieldsIn(kind, mapping).map(({ name }) => name));
  }

  pack(records: readonly CheckedRecord[]): PackedRecords {
    return {
      lines: records.map(({ record }) => record.line),
      cells: records.map(({ record }) => JSON.stringify(record.cells)),
      troubles: sparse(records, ({ record }) => record.trouble),
      leftOut: sparse(records, ({ leftOut }) => leftOut),
      repeats: records.flatMap(({ isRepeat }, index) => (isRepeat ? [index] : [])),
      kinds: this.#fields.map((fields, kind) => ({
        ordinals: Int32Array.from(records, ({ rows }) => rows[kind]?.row.ordinal ?? 0),
        columns: fields.map((field) => records.map(({ rows }) => rows[kind]?.row.values[field])),
        faults: sparse(records, ({ rows }) => (rows[kind]?.faults.length ? rows[kind].faults : null)),
      })),
    };
  }

  unpack(packed: PackedRecords): readonly CheckedRecord[] {
    const troubles = new Map(packed.troubles);
    const leftOut = new Map(packed.leftOut);
    const repeats = new Set(packed.repeats);
    const faults = packed.kinds.map((kind) => new Map(kind.faults));
    return packed.lines.map((line, index) => {
      const left = leftOut.get(index) ?? null;
      return {
        record: new PackedRecord(line, packed.cells[index] ?? '{}', troubles.get(index) ?? null),
        leftOut: left,
        isRepeat: repeats.has(index),
        rows:
          left === null
            ? packed.kinds.map(({ ordinals, columns }, kind) => ({
                row: { line, ordinal: ordinals[index] ?? 0, values: this.#valuesOf(kind, columns, index) },
                faults: faults[kind]?.get(index) ?? [],
              }))
            : [],
      };
    });
  }

  #valuesOf(kind: number, columns: PackedRows['columns'], index: number): Record<string, ImportValue> {
    const values: Record<string, ImportValue> = {};
    for (const [place, field] of (this.#fields[kind] ?? []).entries()) {
      const value = columns[place]?.[index];
      if (value !== undefined) values[field] = value;
    }
    return values;
  }
}

class PackedRecord implements FileRecord {
  readonly line: number;
  readonly trouble: string | null;
  readonly #cells: string;

  constructor(line: number, cells: string, trouble: string | null) {
    this.line = line;
    this.#cells = cells;
    this.trouble = trouble;
  }

  get cells(): FileRecord['cells'] {
    return cellsFrom(Object.entries(JSON.parse(this.#cells)));
  }
}

function sparse<Value>(
  records: readonly CheckedRecord[],
  pick: (record: CheckedRecord) => Value | null,
): Sparse<Value> {
  return records.flatMap((record, index) => {
    const value = pick(record);
    return value === null ? [] : [[index, value] as const];
  });
}
