import type { ImportKind, ImportOutcome, ImportRun, Loaded } from '../../../core/declare/import.ts';
import type { Context, MutationContext, QueryContext } from '../../../core/runtime/context.ts';
import type { Scope, Tx } from '../../../core/runtime/database.ts';
import { CompactRecords } from '../../../core/text/compact-records.ts';
import { listOf } from '../../../core/text/sentence.ts';
import { type ImportFault, type ImportRow, textOf } from '../../../core/tokens/import-row.ts';
import { locations } from '../../locations/index.ts';
import { skusByCode } from '../../stock/index.ts';
import { importOrdersPermission } from '../permissions.ts';
import type { StoredLine, StoredOrder } from '../rules.ts';
import { OrderFacts } from './facts.ts';
import { orderFields } from './fields.ts';
import {
  addRow,
  channelOf,
  lineAfter,
  orderAfter,
  orderKey,
  type ReportedOrder,
  rowFault,
  same,
  stepBack,
} from './rules.ts';
import { analyzeOrders, linesAt, ordersByKey, upsertLines, upsertOrders } from './store.ts';

export const importOrders: ImportKind = {
  name: 'orders',
  summary: 'orders with their lines, one row per line',
  fields: orderFields,
  groupBy: ['channel', 'number'],
  after: ['products', 'locations', 'levels'],
  permission: importOrdersPermission,
  open: (ctx) => new OrderRun(ctx),
};

interface Plan {
  readonly outcome: ImportOutcome;
  readonly orders: readonly StoredOrder[];
  readonly lines: readonly StoredLine[];
}

class OrderRun implements ImportRun {
  readonly #ctx: Context;
  /** One small record per order of the file; lines are not kept in memory. */
  readonly #reported = new CompactRecords<ReportedOrder>();
  readonly #facts = new OrderFacts();
  #locations: Map<string, string> | null = null;

  constructor(ctx: Context) {
    this.#ctx = ctx;
  }

  survey(row: ImportRow): void {
    const key = orderKey(row);
    this.#reported.set(key, addRow(this.#reported.get(key), row));
  }

  async preview({ scope }: QueryContext, rows: readonly ImportRow[]): Promise<ImportOutcome> {
    return (await this.#plan(scope, rows)).outcome;
  }

  async load({ tx, now }: MutationContext, rows: readonly ImportRow[]): Promise<Loaded> {
    const { outcome, orders, lines } = await this.#plan(tx, rows);
    await upsertOrders(tx, orders, now);
    await upsertLines(tx, lines);
    return { outcome, changes: [] };
  }

  async analyze(tx: Tx): Promise<void> {
    await analyzeOrders(tx);
  }

  summary() {
    return this.#facts.summary();
  }

  async #plan(scope: Scope, rows: readonly ImportRow[]): Promise<Plan> {
    this.#locations ??= new Map((await locations(scope)).map(({ code, id }) => [code.toUpperCase(), id]));
    const reported = this.#reportedIn(rows);
    const stored = await ordersByKey(scope, [...reported.values()]);
    const skus = await skusByCode(scope, uniqueCodes(rows));
    const after = new Map([...reported].map(([key, one]) => [key, this.#orderAfter(stored.get(key), one)]));
    const places = rows.flatMap((row) => {
      const order = stored.get(orderKey(row));
      return order ? [{ orderId: order.id, ordinal: row.ordinal }] : [];
    });
    const knownLines = await linesAt(scope, places);

    const counts = { added: 0, changed: 0, unchanged: 0, skipped: 0 };
    const faults: ImportFault[] = [];
    const orders = new Map<string, StoredOrder>();
    const lines: StoredLine[] = [];
    for (const row of rows) {
      const key = orderKey(row);
      const one = reported.get(key) ?? this.#reportedOf(row);
      const before = stored.get(key);
      const order = after.get(key) ?? null;
      const fault = rowFault(row, one) ?? this.#locationFault(row);
      if (fault || !order) {
        faults.push(fault ?? stepBack(row, before?.stage ?? 'placed', one));
        continue;
      }
      const skuId = skus.get(codeKey(row)) ?? null;
      const lineBefore = knownLines.get(`${order.id}\n${row.ordinal}`);
      const line = lineAfter(lineBefore, row, order, skuId);
      const orderMoves = !before || !same(before, order);
      const lineMoves = !lineBefore || !same(lineBefore, line);
      if (orderMoves) orders.set(key, order);
      if (lineMoves) lines.push(line);
      if (!lineBefore) counts.added += 1;
      else if (lineMoves || orderMoves) counts.changed += 1;
      else counts.unchanged += 1;
      this.#note(row, one, order, line);
    }
    return { outcome: { counts, faults }, orders: [...orders.values()], lines };
  }

  #reportedIn(rows: readonly ImportRow[]): ReadonlyMap<string, ReportedOrder> {
    const reported = new Map<string, ReportedOrder>();
    for (const row of rows)
      if (!reported.has(orderKey(row))) reported.set(orderKey(row), this.#reportedOf(row));
    return reported;
  }

  #reportedOf(row: ImportRow): ReportedOrder {
    return this.#reported.get(orderKey(row)) ?? addRow(undefined, row);
  }

  #orderAfter(before: StoredOrder | undefined, reported: ReportedOrder): StoredOrder | null {
    return orderAfter(before, reported, {
      id: this.#ctx.ids.uuid(this.#ctx.now),
      currency: this.#ctx.workspace.currency,
      locationId: this.#locations?.get(reported.location?.toUpperCase() ?? '') ?? null,
    });
  }

  #locationFault(row: ImportRow): ImportFault | null {
    const location = textOf(row, 'location');
    if (location === null || this.#locations?.has(location.toUpperCase())) return null;
    const known = [...(this.#locations?.keys() ?? [])];
    const reason = `is not a known location (${known.length > 0 ? listOf(known) : 'there are none yet: import them first'})`;
    return { line: row.line, column: 'location', value: location, reason };
  }

  #note(row: ImportRow, reported: ReportedOrder, order: StoredOrder, line: StoredLine): void {
    if (reported.severalTimes && reported.firstLine === row.line) this.#facts.severalTimes(reported.number);
    this.#facts.take(row, {
      kind: order.kind,
      currency: order.currency,
      isGoods: line.kind === 'goods',
      isKnown: line.skuId !== null,
    });
  }
}

function codeKey(row: ImportRow): string {
  return `${channelOf(row)}\n${(textOf(row, 'code') ?? '').toUpperCase()}`;
}

function uniqueCodes(rows: readonly ImportRow[]) {
  const codes = rows.map((row) => ({
    channel: channelOf(row),
    codeKey: (textOf(row, 'code') ?? '').toUpperCase(),
  }));
  return [...new Map(codes.map((code) => [`${code.channel}\n${code.codeKey}`, code])).values()];
}
