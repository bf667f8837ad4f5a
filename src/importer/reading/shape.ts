import { cellsFrom, type FileRecord } from '../file/record.ts';
import type { Mapping } from '../mapping.ts';

/** Fills cells from the first row of a product or order, and tells which rows are left out. Keeps one group in memory. */
export class Shape {
  readonly #mapping: Mapping;
  #group: string | null = null;
  #first: FileRecord['cells'] = {};

  constructor(mapping: Mapping) {
    this.#mapping = mapping;
  }

  fill(record: FileRecord): FileRecord {
    const { fillDown } = this.#mapping;
    if (!fillDown || record.trouble) return record;
    const group = (record.cells[fillDown.by] ?? '').trim();
    const begins = fillDown.begins ? fillDown.begins.test(group) : group !== this.#group;
    if (begins) {
      [this.#group, this.#first] = [group, record.cells];
      return record;
    }
    if (group === '') return record;
    const filled = fillDown.columns.flatMap((column) => {
      const text = this.#first[column];
      return (record.cells[column] ?? '').trim() === '' && text !== undefined
        ? [[column, text] as const]
        : [];
    });
    return { ...record, cells: cellsFrom([...Object.entries(record.cells), ...filled]) };
  }

  /** What the row is, such as "picture rows"; null when it is read. */
  leftOut({ cells, trouble }: FileRecord): string | null {
    if (trouble) return null;
    const rule = this.#mapping.leaveOut.find(({ when }) =>
      when.every(({ column, matches }) => matches.test((cells[column] ?? '').trim())),
    );
    return rule?.what ?? null;
  }
}
