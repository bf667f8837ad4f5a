import type { ImportKind, ImportOutcome, ImportRun, Loaded, Tells } from '../../../core/declare/import.ts';
import type { Context, MutationContext, QueryContext } from '../../../core/runtime/context.ts';
import type { Scope, Tx } from '../../../core/runtime/database.ts';
import { codeKey } from '../../../core/text/code-key.ts';
import { type ImportFault, type ImportRow, textOf } from '../../../core/tokens/import-row.ts';
import { locations } from '../../locations/index.ts';
import { skusByCode } from '../../stock/index.ts';
import type { LineChanges } from '../demand/rules.ts';
import { factsOf } from '../facts-model.ts';
import { importOrdersPermission } from '../permissions.ts';
import type { StoredLine, StoredOrder } from '../rules.ts';
import { channelCode, codesOf, withTold } from './codes.ts';
import { OrderFacts } from './facts.ts';
import {
  currencyFault,
  isRefusedInPart,
  kindFault,
  linesFault,
  locationFault,
  mixesCurrencies,
  rowFault,
  stepBack,
} from './fault-rules.ts';
import { orderFields } from './fields.ts';
import { heardOf } from './heard.ts';
import { lineAfter, linesFollowing, saidLine, takenAway } from './line-rules.ts';
import { linesOf, writeLines } from './line-store.ts';
import { Placements } from './placements.ts';
import { ReportedOrders } from './reported-orders.ts';
import {
  addRow,
  firstWith,
  keyOfOrder,
  kindOf,
  orderAfter,
  orderKey,
  type ReportedOrder,
  same,
} from './rules.ts';
import { analyzeOrders, ordersByKey, upsertOrders } from './store.ts';

export const importOrders: ImportKind = {
  name: 'orders',
  summary: 'orders with their lines, one row per line',
  fields: orderFields,
  groupOf: (text) => keyOfOrder(text('channel'), text('number')),
  after: ['products', 'locations', 'levels'],
  permission: importOrdersPermission,
  hasParts: true,
  open: (ctx, _, { tells }) => new OrderRun(ctx, tells),
};

interface Plan {
  readonly outcome: ImportOutcome;
  readonly orders: readonly StoredOrder[];
  readonly changes: LineChanges;
}

class OrderRun implements ImportRun {
  readonly #ctx: Context;
  readonly #tells: Tells;
  readonly #reported = new ReportedOrders();
  /** Orders with rows that cannot be read; null among them: a row of no known order. */
  readonly #faulty = new Set<string | null>();
  readonly #placements = new Placements();
  readonly #facts = new OrderFacts();
  #locations: Map<string, string> | null = null;

  constructor(ctx: Context, tells: Tells) {
    this.#ctx = ctx;
    this.#tells = tells;
  }

  survey(row: ImportRow): void {
    this.#reported.add(row);
  }

  surveyFaulty(row: ImportRow): void {
    this.#faulty.add(textOf(row, 'number') === null ? null : orderKey(row));
  }

  async preview(
    { scope }: QueryContext,
    rows: readonly ImportRow[],
    earlier: ReadonlyMap<string, ImportRun>,
  ): Promise<ImportOutcome> {
    return (await this.#plan(scope, rows, { lock: false, products: earlier.get('products') })).outcome;
  }

  async load({ tx, now, workspace }: MutationContext, rows: readonly ImportRow[]): Promise<Loaded> {
    const { outcome, orders, changes } = await this.#plan(tx, rows, { lock: true });
    const { lines, taken } = changes;
    await upsertOrders(tx, orders, now);
    await writeLines(tx, workspace.timeZone, changes);
    const facts = factsOf(orders, [...lines, ...taken]);
    return { outcome, changes: taken.map(takenAway), facts, heard: heardOf(rows, outcome, orders) };
  }

  async analyze(tx: Tx): Promise<void> {
    await analyzeOrders(tx);
  }

  summary() {
    return this.#facts.summary();
  }

  async #plan(
    scope: Scope,
    rows: readonly ImportRow[],
    { lock, products }: { readonly lock: boolean; readonly products?: ImportRun | undefined },
  ): Promise<Plan> {
    this.#locations ??= new Map((await locations(scope)).map(({ code, id }) => [codeKey(code), id]));
    const reported = new Map<string, ReportedOrder>();
    for (const row of rows)
      if (!reported.has(orderKey(row))) reported.set(orderKey(row), this.#reportedOf(row));
    const stored = await ordersByKey(scope, [...reported.values()], { lock });
    const storedLines = await linesOf(
      scope,
      [...stored.values()].map(({ id }) => id),
    );
    const codes = codesOf(reported, stored, storedLines);
    const skus = withTold(
      await skusByCode(scope, codes),
      codes,
      (key, channel) => products?.told?.(key, channel) ?? [],
    );
    const taken: StoredLine[] = [];
    const states = new Map(
      [...reported].map(([key, one]) => {
        const before = stored.get(key);
        const lines = before ? (storedLines.get(before.id) ?? []) : [];
        return [key, this.#stateOf(key, one, before, lines, skus, taken)];
      }),
    );

    const counts = { added: 0, changed: 0, unchanged: 0, skipped: 0 };
    const faults: ImportFault[] = [];
    const orders = new Map<string, StoredOrder>();
    const lines: StoredLine[] = [];
    for (const row of rows) {
      const state = states.get(orderKey(row));
      if (!state) continue;
      const { one, before, order, placement } = state;
      const fault = rowFault(row, one) ?? this.#locationFault(row) ?? state.faultOf(row);
      if (fault || !order) {
        faults.push(fault ?? stepBack(row, before?.stage ?? 'placed', one));
        continue;
      }
      if (firstWith(one, saidLine(row))) {
        counts.skipped += 1;
        continue;
      }
      const ordinal = placement.places.get(row.line) ?? row.ordinal;
      const lineBefore = state.lines.get(ordinal);
      const code = textOf(row, 'code') ?? '';
      const skuId = skus.get(channelCode(one.channel, code)) ?? null;
      const isSameSku = lineBefore !== undefined && state.skuOf(lineBefore.code) === state.skuOf(code);
      const line = lineAfter(lineBefore, row, order, { skuId, ordinal, isSameSku });
      placement.orderMoves ??= !before || !same(before, order);
      const { orderMoves } = placement;
      const lineMoves = !lineBefore || !same(lineBefore, line);
      if (orderMoves && !orders.has(orderKey(row))) {
        orders.set(orderKey(row), order);
        lines.push(...state.following);
      }
      if (lineMoves) lines.push(line);
      if (!lineBefore) counts.added += 1;
      else if (lineMoves || orderMoves || state.takesLines) counts.changed += 1;
      else counts.unchanged += 1;
      this.#note(row, one, order, line);
    }
    const lastLine = rows.at(-1)?.line ?? 0;
    for (const [key, one] of reported) if (one.lastLine <= lastLine) this.#placements.close(key);
    const changes = { stored: [...storedLines.values()].flat(), taken, lines };
    return { outcome: { counts, faults }, orders: [...orders.values()], changes };
  }

  /** What becomes of an order: its lines matched with the stored ones, or why all its rows are refused. */
  #stateOf(
    key: string,
    one: ReportedOrder,
    before: StoredOrder | undefined,
    stored: readonly StoredLine[],
    skus: ReadonlyMap<string, string>,
    taken: StoredLine[],
  ) {
    const skuOf = (code: string) => skus.get(channelCode(one.channel, code)) ?? codeKey(code);
    const isWhole =
      this.#tells === 'whole' &&
      !this.#faulty.has(key) &&
      !this.#faulty.has(null) &&
      !isRefusedInPart(one, (code) => this.#locationOf(code) !== undefined);
    const { placement, isNew } = this.#placements.of(key, one, stored, skuOf, isWhole);
    const isTurned = before !== undefined && before.kind !== kindOf(one) && !(isWhole && one.kind !== null);
    const isMixed = before !== undefined && mixesCurrencies(one, before, stored, isWhole);
    const isUnclear = placement.isUnclear && this.#tells === null;
    const faultOf = (row: ImportRow): ImportFault | null => {
      if (before && isTurned) return kindFault(row, before, one);
      if (before && isMixed) return currencyFault(row, before, one.currency ?? '');
      return isUnclear ? linesFault(row, one) : null;
    };
    const isPart = !isWhole && placement.left.length > 0;
    const order = this.#orderAfter(before, one, isPart);
    const isRefused = order === null || isTurned || isMixed || isUnclear || one.otherCurrency !== null;
    const takesLines = isWhole && !isRefused && placement.left.length > 0;
    if (isNew && !isRefused && placement.left.length > 0) {
      if (takesLines) taken.push(...placement.left);
      if (this.#tells !== 'part') this.#facts.leftOut(one.number, takesLines ? 'taken' : 'kept');
    }
    const lines = new Map(stored.map((line) => [line.ordinal, line]));
    if (takesLines) for (const { ordinal } of placement.left) lines.delete(ordinal);
    const stay = placement.left.flatMap(({ ordinal }) => lines.get(ordinal) ?? []);
    const following = before && order ? linesFollowing(stay, before, order) : [];
    return { one, before, order, placement, lines, following, skuOf, takesLines, faultOf };
  }

  #reportedOf(row: ImportRow): ReportedOrder {
    return this.#reported.get(orderKey(row)) ?? addRow(undefined, row);
  }

  #orderAfter(before: StoredOrder | undefined, reported: ReportedOrder, isPart: boolean): StoredOrder | null {
    const fresh = {
      id: this.#ctx.ids.uuid(this.#ctx.now),
      currency: this.#ctx.workspace.currency,
      locationId: this.#locationOf(reported.locations[0] ?? '') ?? null,
    };
    return orderAfter(before, reported, fresh, isPart);
  }

  #locationOf(code: string): string | undefined {
    return this.#locations?.get(codeKey(code));
  }

  #locationFault(row: ImportRow): ImportFault | null {
    const location = textOf(row, 'location');
    if (location === null || this.#locationOf(location) !== undefined) return null;
    return locationFault(row, [...(this.#locations?.keys() ?? [])]);
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
