import { CompactRecords } from '../../../core/text/compact-records.ts';
import type { ImportRow } from '../../../core/tokens/import-row.ts';
import { addRow, orderKey, type ReportedOrder } from './rules.ts';

/**
 * The orders of a file, each with its lines: only whole orders can be compared with stored ones. All but the latest are
 * packed, since a file may hold a million lines.
 */
export class ReportedOrders {
  readonly #packed = new CompactRecords<Omit<ReportedOrder, 'linesById'>>();
  #latest: { readonly key: string; readonly order: ReportedOrder } | null = null;

  add(row: ImportRow): void {
    const key = orderKey(row);
    const order = addRow(this.get(key), row);
    if (this.#latest && this.#latest.key !== key) this.#pack(this.#latest);
    this.#latest = { key, order };
  }

  get(key: string): ReportedOrder | undefined {
    if (this.#latest?.key === key) return this.#latest.order;
    const packed = this.#packed.get(key);
    if (!packed) return undefined;
    const told = packed.lines.flatMap((line) => (line.id === null ? [] : [[line.id, line] as const]));
    return { ...packed, linesById: new Map(told) };
  }

  #pack({ key, order: { linesById: _, ...order } }: { key: string; order: ReportedOrder }): void {
    this.#packed.set(key, order);
  }
}
