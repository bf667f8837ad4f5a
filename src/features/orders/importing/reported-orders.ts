import { CompactRecords } from '../../../core/text/compact-records.ts';
import type { ImportRow } from '../../../core/tokens/import-row.ts';
import type { SaidLine } from '../fold/match-lines.ts';
import { addRow, orderKey, type ReportedOrder } from './rules.ts';

/** What a packed line is, one value after the other: of a million lines the names of their fields would be most. */
type LineValue = SaidLine[keyof SaidLine];
const lineFields = 6;

type Packed = Omit<ReportedOrder, 'lines' | 'linesById'> & { readonly lines: readonly LineValue[] };

/**
 * The orders of a file, each with its lines: only whole orders can be compared with stored ones. All but the latest are
 * packed, since a file may hold a million lines.
 */
export class ReportedOrders {
  readonly #packed = new CompactRecords<Packed>();
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
    const lines = unpacked(packed.lines);
    const told = lines.flatMap((line) => (line.id === null ? [] : [[line.id, line] as const]));
    return { ...packed, lines, linesById: new Map(told) };
  }

  #pack({ key, order: { linesById: _, lines, ...order } }: { key: string; order: ReportedOrder }): void {
    this.#packed.set(key, { ...order, lines: lines.flatMap(packedLine) });
  }
}

function packedLine({ line, ordinal, id, code, priceMinor, pieces }: SaidLine): readonly LineValue[] {
  return [line, ordinal, id, code, priceMinor, pieces];
}

function unpacked(values: readonly LineValue[]): SaidLine[] {
  const lines: SaidLine[] = [];
  // As `packedLine` has them.
  for (let n = 0; n < values.length; n += lineFields)
    lines.push({
      line: values[n] as number,
      ordinal: values[n + 1] as number,
      id: values[n + 2] as string | null,
      code: values[n + 3] as string,
      priceMinor: values[n + 4] as bigint | null,
      pieces: values[n + 5] as number,
    });
  return lines;
}
