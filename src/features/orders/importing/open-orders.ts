import type { Tells } from '../../../core/declare/import.ts';
import type { Scope } from '../../../core/runtime/database.ts';
import { codeKey } from '../../../core/text/code-key.ts';
import { type ImportFault, type ImportRow, textOf } from '../../../core/tokens/import-row.ts';
import { matchLines } from '../fold/match-lines.ts';
import { channelCode, type SkusOf } from '../keeping/folding.ts';
import { linesOf } from '../keeping/line-store.ts';
import { ordersNamed, storedOrders } from '../keeping/order-store.ts';
import type { StoredLine, StoredOrder } from '../rules.ts';
import { type ExpectedOrder, type ExpectedRow, ExpectedRows } from './expected-rows.ts';
import {
  currencyFault,
  isRefusedInPart,
  kindFault,
  linesFault,
  locationFault,
  mixesCurrencies,
} from './fault-rules.ts';
import type { ReportedOrders } from './reported-orders.ts';
import { kindOf, type ReportedOrder } from './rules.ts';

/** An order of the file, of which rows have come. */
export interface OpenOrder {
  readonly key: string;
  readonly reported: ReportedOrder;
  /** The file tells it whole: stored lines that it leaves out are taken away. */
  readonly isWhole: boolean;
  /** Stored lines that the file leaves out. */
  readonly left: readonly StoredLine[];
  /** What a code of its channel means, however it is written; of new orders the code alone. */
  readonly skuOf: (code: string) => string;
  /** Why all its rows are refused; null: they are not. */
  readonly faultOf: ((row: ImportRow) => ImportFault) | null;
  /** Its good rows so far, and how many told a line again. */
  readonly rows: ImportRow[];
  repeated: number;
}

interface Before {
  readonly order: StoredOrder;
  readonly lines: readonly StoredLine[];
}

/**
 * The orders of a file that is being loaded. An order is judged as it was when its first row came, and is ready with its
 * last: its rows may come in several batches.
 */
export class OpenOrders {
  readonly #expected: ExpectedRows;
  readonly #tells: Tells;
  /** Orders with rows that cannot be read; null among them: a row of no known order. */
  readonly #faulty = new Set<string | null>();
  readonly #open = new Map<string, OpenOrder>();

  constructor(reported: ReportedOrders, tells: Tells) {
    this.#expected = new ExpectedRows(reported);
    this.#tells = tells;
  }

  /** A row that is to come; answers its order if it is the last of that. */
  expect(row: ImportRow): ExpectedOrder | null {
    return this.#expected.add(row);
  }

  faulty(key: string | null): void {
    this.#faulty.add(key);
  }

  /** Takes the next rows; answers the orders that are told in full now, and the rows that are refused. */
  async take(
    scope: Scope,
    rows: readonly ImportRow[],
    { skusOf, locationIds }: { readonly skusOf: SkusOf; readonly locationIds: ReadonlyMap<string, string> },
  ): Promise<{ readonly ready: readonly OpenOrder[]; readonly faults: readonly ImportFault[] }> {
    const isLocation = (code: string) => locationIds.has(codeKey(code));
    const expected = rows.map((row) => this.#expected.take(row));
    await this.#openAll(scope, expected, skusOf, isLocation);
    const faults: ImportFault[] = [];
    const touched = new Set<OpenOrder>();
    for (const { row, key, fault: own, isRepeated } of expected) {
      const one = this.#open.get(key);
      if (!one) continue;
      touched.add(one);
      const location = textOf(row, 'location');
      const fault =
        own ??
        (location === null || isLocation(location) ? null : locationFault(row, [...locationIds.keys()])) ??
        one.faultOf?.(row);
      if (fault) faults.push(fault);
      else if (isRepeated) one.repeated += 1;
      else one.rows.push(row);
    }
    const last = rows.at(-1)?.line ?? 0;
    const ready = [...touched].filter(({ reported }) => reported.lastLine <= last);
    for (const { key } of ready) this.#open.delete(key);
    return { ready, faults };
  }

  async #openAll(
    scope: Scope,
    rows: readonly ExpectedRow[],
    skusOf: SkusOf,
    isLocation: (code: string) => boolean,
  ): Promise<void> {
    const fresh = new Map<string, ReportedOrder>();
    for (const { key, reported } of rows) if (!this.#open.has(key)) fresh.set(key, reported);
    const before = await readBefore(scope, [...fresh.values()]);
    const codes = [...fresh].flatMap(([key, { channel, lines }]) => {
      const stored = before.get(key);
      return stored
        ? [...lines, ...stored.lines].map(({ code }) => ({ channel, codeKey: codeKey(code) }))
        : [];
    });
    const skus = codes.length > 0 ? await skusOf(scope, codes) : new Map<string, string>();
    for (const [key, reported] of fresh) {
      const skuOf = (code: string) => skus.get(channelCode(reported.channel, code)) ?? codeKey(code);
      this.#open.set(key, this.#judged(key, reported, before.get(key), skuOf, isLocation));
    }
  }

  /** Whether the file tells the order whole. */
  isWhole(key: string, reported: ReportedOrder, isLocation: (code: string) => boolean): boolean {
    return (
      this.#tells === 'whole' &&
      !this.#faulty.has(key) &&
      !this.#faulty.has(null) &&
      !isRefusedInPart(reported, isLocation)
    );
  }

  #judged(
    key: string,
    reported: ReportedOrder,
    before: Before | undefined,
    skuOf: (code: string) => string,
    isLocation: (code: string) => boolean,
  ): OpenOrder {
    const isWhole = this.isWhole(key, reported, isLocation);
    const common = { key, reported, isWhole, skuOf, rows: [], repeated: 0 };
    if (!before) return { ...common, left: [], faultOf: null };
    const { order, lines } = before;
    const { left, isUnclear } = matchLines(lines, reported.lines, skuOf);
    const isTurned = order.kind !== kindOf(reported) && !(isWhole && reported.kind !== null);
    const isMixed = mixesCurrencies(reported, order, lines, isWhole);
    const faultOf = (row: ImportRow): ImportFault => {
      if (isTurned) return kindFault(row, order, reported);
      return isMixed ? currencyFault(row, order, reported.currency ?? '') : linesFault(row, reported);
    };
    const isRefused = isTurned || isMixed || (isUnclear && this.#tells === null);
    return { ...common, left, faultOf: isRefused ? faultOf : null };
  }
}

/** These orders as they are stored, by channel and number. */
async function readBefore(
  scope: Scope,
  orders: readonly ReportedOrder[],
): Promise<ReadonlyMap<string, Before>> {
  const named = await ordersNamed(scope, orders);
  if (named.length === 0) return new Map();
  const ids = named.map(({ id }) => id);
  const stored = await storedOrders(scope, ids);
  const lines = await linesOf(scope, ids);
  return new Map(
    stored.map((order): [string, Before] => [
      `${order.channel}\n${order.numberKey}`,
      { order, lines: lines.get(order.id) ?? [] },
    ]),
  );
}
