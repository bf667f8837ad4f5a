import type { ImportFault, ImportRow } from '../../../core/tokens/import-row.ts';
import type { SaidLine } from '../fold/match-lines.ts';
import { rowFault } from './fault-rules.ts';
import { saidLine } from './line-rules.ts';
import type { ReportedOrders } from './reported-orders.ts';
import { addRow, firstWith, orderKey, type ReportedOrder } from './rules.ts';

/** A row, and what can be made of it without the database. */
export interface ExpectedRow {
  readonly row: ImportRow;
  readonly key: string;
  /** The same for all rows of an order. */
  readonly reported: ReportedOrder;
  readonly line: SaidLine;
  /** For what stands in the file alone. */
  readonly fault: ImportFault | null;
  /** It tells a line again, as an earlier row told it. */
  readonly isRepeated: boolean;
}

/** An order of which the last row is expected, with its good rows. */
export interface ExpectedOrder {
  readonly key: string;
  readonly reported: ReportedOrder;
  readonly rows: readonly ImportRow[];
}

/** Rows that are read and not loaded yet: while the database writes those before them, they are looked at. */
export class ExpectedRows {
  readonly #reported: ReportedOrders;
  /** By their lines. */
  readonly #rows = new Map<number, ExpectedRow>();
  /** Orders of which more rows come. */
  readonly #orders = new Map<string, { readonly reported: ReportedOrder; readonly rows: ImportRow[] }>();

  constructor(reported: ReportedOrders) {
    this.#reported = reported;
  }

  /** Answers the row's order if it is the last of that. */
  add(row: ImportRow): ExpectedOrder | null {
    const key = orderKey(row);
    const order = this.#orders.get(key) ?? { reported: this.#reportOf(key, row), rows: [] };
    const { reported, rows } = order;
    const line = saidLine(row);
    const fault = rowFault(row, line, reported);
    const isRepeated = firstWith(reported, line) !== undefined;
    this.#rows.set(row.line, { row, key, reported, line, fault, isRepeated });
    if (fault === null && !isRepeated) rows.push(row);
    if (row.line < reported.lastLine) {
      this.#orders.set(key, order);
      return null;
    }
    this.#orders.delete(key);
    return { key, ...order };
  }

  /** The row, which is no longer expected. */
  take(row: ImportRow): ExpectedRow {
    if (!this.#rows.has(row.line)) this.add(row);
    const expected = this.#rows.get(row.line);
    if (!expected) throw new Error('A row was added and is not there.');
    this.#rows.delete(row.line);
    return expected;
  }

  #reportOf(key: string, row: ImportRow): ReportedOrder {
    return this.#reported.get(key) ?? addRow(undefined, row);
  }
}
