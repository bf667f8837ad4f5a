import type {
  ImportKind,
  ImportOutcome,
  ImportRun,
  ImportSource,
  Loaded,
  Tells,
} from '../../../core/declare/import.ts';
import type { Context, MutationContext, QueryContext } from '../../../core/runtime/context.ts';
import type { Tx } from '../../../core/runtime/database.ts';
import { codeKey } from '../../../core/text/code-key.ts';
import { type ImportRow, textOf } from '../../../core/tokens/import-row.ts';
import { locations } from '../../locations/index.ts';
import { skusByCode } from '../../stock/index.ts';
import type { SkusOf } from '../keeping/folding.ts';
import { analyzeOrders } from '../keeping/order-store.ts';
import type { OrderPlan } from '../keeping/plan.ts';
import { type Settings, settingsOf } from '../keeping/settings.ts';
import { preview, tell } from '../keeping/tell.ts';
import { importOrdersPermission } from '../permissions.ts';
import { type Kept, kept } from '../telling/hash.ts';
import type { OrderStatement } from '../telling/model.ts';
import { withTold } from './codes.ts';
import { type Outcome, outcomeOf } from './counts.ts';
import { OrderFacts } from './facts.ts';
import { orderFields } from './fields.ts';
import { heardOf } from './heard.ts';
import { takenAway } from './line-rules.ts';
import { type OpenOrder, OpenOrders } from './open-orders.ts';
import { ReportedOrders } from './reported-orders.ts';
import { keyOfOrder, orderKey, type ReportedOrder } from './rules.ts';
import { statementOf } from './statement.ts';

export const importOrders: ImportKind = {
  name: 'orders',
  summary: 'orders with their lines, one row per line',
  fields: orderFields,
  groupOf: (text) => keyOfOrder(text('channel'), text('number')),
  after: ['products', 'locations', 'levels'],
  permission: importOrdersPermission,
  hasParts: true,
  open: (ctx, source, { tells }) => new OrderRun(ctx, source, tells),
};

interface Expected {
  readonly rows: readonly ImportRow[];
  readonly isWhole: boolean;
  readonly said: Kept;
}

/** Rows become statements, one for each order of the file, which are told when its last row has come. */
class OrderRun implements ImportRun {
  readonly #ctx: Context;
  readonly #source: ImportSource;
  readonly #reported = new ReportedOrders();
  readonly #facts = new OrderFacts();
  readonly #open: OpenOrders;
  readonly #tells: Tells;
  /** What orders will say if none of their good rows is refused; by their keys. */
  readonly #expected = new Map<string, Expected>();
  #locations: ReadonlyMap<string, string> | null = null;
  #settings: Settings | null = null;

  constructor(ctx: Context, source: ImportSource, tells: Tells) {
    this.#ctx = ctx;
    this.#source = source;
    this.#tells = tells;
    this.#open = new OpenOrders(this.#reported, tells);
  }

  survey(row: ImportRow): void {
    this.#reported.add(row);
  }

  expect(row: ImportRow): void {
    const order = this.#open.expect(row);
    // The first batch finds out which locations there are.
    if (!order || this.#locations === null) return;
    const { key, reported, rows } = order;
    const isWhole = this.#open.isWhole(key, reported, (code) => this.#locations?.has(codeKey(code)) ?? false);
    this.#expected.set(key, { rows, isWhole, said: kept(this.#statementOf(reported, rows, isWhole)) });
  }

  surveyFaulty(row: ImportRow): void {
    this.#open.faulty(textOf(row, 'number') === null ? null : orderKey(row));
  }

  async preview(
    ctx: QueryContext,
    rows: readonly ImportRow[],
    earlier: ReadonlyMap<string, ImportRun>,
  ): Promise<ImportOutcome> {
    const products = earlier.get('products');
    const skusOf: SkusOf = async (scope, codes) =>
      withTold(await skusByCode(scope, codes), codes, (key, channel) => products?.told?.(key, channel) ?? []);
    const { ready, faults, settings } = await this.#take(ctx, rows, skusOf);
    const plans = await preview(ctx, this.#said(ready), { settings, skusOf });
    return { counts: this.#noted(ready, plans).counts, faults };
  }

  async load(ctx: MutationContext, rows: readonly ImportRow[]): Promise<Loaded> {
    const { ready, faults, settings } = await this.#take({ ...ctx, scope: ctx.tx }, rows, skusByCode);
    const { plans, changed, facts } = await tell(ctx, this.#said(ready), { settings });
    const { counts, taken } = this.#noted(ready, plans);
    const outcome = { counts, faults };
    const heard = heardOf(
      rows,
      outcome,
      changed.map(({ after }) => after.order),
    );
    return { outcome, changes: taken.map(takenAway), facts, heard };
  }

  async analyze(tx: Tx): Promise<void> {
    await analyzeOrders(tx);
  }

  summary() {
    return this.#facts.summary();
  }

  async #take(ctx: QueryContext, rows: readonly ImportRow[], skusOf: SkusOf) {
    this.#locations ??= new Map((await locations(ctx.scope)).map(({ code, id }) => [codeKey(code), id]));
    this.#settings ??= await settingsOf(ctx);
    const taken = await this.#open.take(ctx.scope, rows, { skusOf, locationIds: this.#locations });
    return { ...taken, settings: this.#settings };
  }

  #said(ready: readonly OpenOrder[]): readonly OrderStatement[] {
    return ready.flatMap(({ key, reported, rows, isWhole }) => {
      const expected = this.#expected.get(key);
      this.#expected.delete(key);
      if (rows.length === 0) return [];
      const isAsExpected =
        expected?.isWhole === isWhole &&
        expected.rows.length === rows.length &&
        rows.every((row, n) => row === expected.rows[n]);
      return [isAsExpected ? expected.said : this.#statementOf(reported, rows, isWhole)];
    });
  }

  #statementOf(reported: ReportedOrder, rows: readonly ImportRow[], isWhole: boolean): OrderStatement {
    const { origin, modifiedAt: writtenAt } = this.#source;
    const locationId = this.#locations?.get(codeKey(reported.locations[0] ?? '')) ?? null;
    const { timeZone } = this.#ctx.workspace;
    return statementOf(reported, rows, { origin, writtenAt, locationId, isWhole, timeZone });
  }

  #noted(ready: readonly OpenOrder[], plans: readonly OrderPlan[]): Outcome {
    const outcome = outcomeOf(ready, plans);
    for (const { row, one, order, line } of outcome.noted) {
      const { severalTimes, firstLine, number } = one.reported;
      if (severalTimes && firstLine === row.line) this.#facts.severalTimes(number);
      this.#facts.take(row, {
        order: one.key,
        kind: order.kind,
        currency: order.currency,
        isGoods: line?.kind !== 'service',
        isKnown: (line?.skuId ?? null) !== null,
      });
    }
    const taken = new Set(outcome.taken.map(({ orderId }) => orderId));
    for (const { reported, left, rows } of ready)
      if (left.length > 0 && rows.length > 0 && this.#tells !== 'part')
        this.#facts.leftOut(reported.number, taken.has(left[0]?.orderId ?? '') ? 'taken' : 'kept');
    return outcome;
  }
}
