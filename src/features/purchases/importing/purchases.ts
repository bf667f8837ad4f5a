import type {
  ImportKind,
  ImportOutcome,
  ImportRun,
  ImportSource,
  Loaded,
} from '../../../core/declare/import.ts';
import type { Context, MutationContext, QueryContext } from '../../../core/runtime/context.ts';
import type { Scope, Tx } from '../../../core/runtime/database.ts';
import { codeKey } from '../../../core/text/code-key.ts';
import { CompactMap } from '../../../core/text/compact-map.ts';
import { type ImportFault, type ImportRow, instantOf, textOf } from '../../../core/tokens/import-row.ts';
import { locations } from '../../locations/index.ts';
import { skusByCode } from '../../stock/index.ts';
import { factsMoved } from '../counting/facts.ts';
import { linkOnceKnown } from '../keeping/link-work.ts';
import { analyzeLines } from '../keeping/store.ts';
import { changeOf, preview, type SkusOf, tell } from '../keeping/tell.ts';
import type { Fault, LineSaid } from '../line/model.ts';
import { poKey } from '../line/po-key.ts';
import type { Plan } from '../line/rules.ts';
import { importPurchasesPermission } from '../permissions.ts';
import { purchaseFields } from './fields-model.ts';
import { LastRows } from './last-rows.ts';
import { rowFault } from './rules.ts';
import { statementOf } from './statement.ts';

export const importPurchases: ImportKind = {
  name: 'purchases',
  summary: 'purchase orders and what of them is on its way, one row per line',
  fields: purchaseFields,
  groupOf: (text) => poKey(text('po')),
  after: ['products', 'locations', 'levels'],
  permission: importPurchasesPermission,
  open: (ctx, source) => new PurchaseRun(ctx, source),
};

const faultWords: Readonly<Record<Fault, string>> = {
  'sent unknown': 'data faults: the day it was sent is not known',
  'delivered before sent': 'data faults: delivered before it was sent',
  'recorded before delivered': 'data faults: recorded before it was delivered',
};

class PurchaseRun implements ImportRun {
  readonly #ctx: Context;
  readonly #source: ImportSource;
  readonly #lastRows = new LastRows();
  readonly #lines = new CompactMap();
  readonly #orders = new CompactMap();
  readonly #notices = new CompactMap();
  readonly #faults = new Map<string, number>();
  readonly #unlinked = new Set<string>();
  #older = 0;
  #repeated = 0;
  #places: ReadonlyMap<string, string> | null = null;

  constructor(ctx: Context, source: ImportSource) {
    this.#ctx = ctx;
    this.#source = source;
  }

  survey(row: ImportRow): void {
    if (rowFault(row, this.#saidAt(row), this.#ctx.now)) return;
    this.#lastRows.add(row);
  }

  async preview(
    ctx: QueryContext,
    rows: readonly ImportRow[],
    earlier: ReadonlyMap<string, ImportRun>,
  ): Promise<ImportOutcome> {
    const products = earlier.get('products');
    const skusOf: SkusOf = async (scope, codes) => {
      const known = new Map(await skusByCode(scope, codes));
      for (const { channel, codeKey: key } of codes) {
        const told = products?.told?.(key, channel)[0];
        if (told && !known.has(`${channel}\n${key}`)) known.set(`${channel}\n${key}`, told.id);
      }
      return known;
    };
    const { statements, faults, repeated } = await this.#read(ctx.scope, rows);
    return this.#outcome(await preview(ctx, statements, skusOf), faults, repeated);
  }

  async load(ctx: MutationContext, rows: readonly ImportRow[]): Promise<Loaded> {
    const { statements, faults, repeated } = await this.#read(ctx.tx, rows);
    const plans = await tell(ctx, statements);
    return {
      outcome: this.#outcome(plans, faults, repeated),
      // New lines are covered by their batch's audit row.
      changes: plans.flatMap(({ outcome, before, after }) =>
        outcome === 'changed' ? [changeOf(before, after)] : [],
      ),
      facts: factsMoved(plans.filter(({ outcome }) => outcome === 'added' || outcome === 'changed')),
      work: linkOnceKnown(plans, ctx.now),
    };
  }

  async analyze(tx: Tx): Promise<void> {
    await analyzeLines(tx);
  }

  summary() {
    const some = (words: string, n: number) => (n > 0 ? { [words]: n } : {});
    return {
      lines: this.#lines.size,
      orders: this.#orders.size,
      ...some('shipment notices', this.#notices.size),
      ...Object.fromEntries([...this.#faults].toSorted()),
      ...some('lines of which something newer is known, which stay', this.#older),
      ...some('rows that a later row of the file replaces', this.#repeated),
      ...some('codes that no SKU has yet: linked when it comes', this.#unlinked.size),
    };
  }

  async #read(scope: Scope, rows: readonly ImportRow[]) {
    this.#places ??= new Map((await locations(scope)).map(({ code, id }) => [codeKey(code), id]));
    const statements: LineSaid[] = [];
    const faults: ImportFault[] = [];
    let repeated = 0;
    for (const row of rows) {
      const saidAt = this.#saidAt(row);
      const code = textOf(row, 'location');
      const locationId = code === null ? null : (this.#places.get(codeKey(code)) ?? null);
      const fault =
        rowFault(row, saidAt, this.#ctx.now) ??
        (code !== null && locationId === null
          ? { line: row.line, column: 'location', value: code, reason: 'is no location here' }
          : null);
      if (fault) faults.push(fault);
      else if (this.#lastRows.isReplaced(row, this.#places)) repeated += 1;
      else statements.push(statementOf(row, { source: this.#source.origin, saidAt, locationId }));
    }
    this.#repeated += repeated;
    return { statements, faults, repeated };
  }

  #outcome(plans: readonly Plan[], faults: readonly ImportFault[], repeated: number): ImportOutcome {
    const counts = { added: 0, changed: 0, unchanged: 0, skipped: repeated };
    for (const { outcome, after } of plans) {
      this.#lines.set(after.lineKey, 0);
      this.#orders.set(after.poKey, 0);
      if (after.notice !== null) this.#notices.set(after.notice, 0);
      if (after.codeKey !== null && after.skuId === null) this.#unlinked.add(after.codeKey);
      for (const one of after.faults) {
        const words = one === 'sent unknown' ? `${faultWords[one]}: ${after.sentSaid}` : faultWords[one];
        this.#faults.set(words, (this.#faults.get(words) ?? 0) + 1);
      }
      if (outcome === 'older') this.#older += 1;
      counts[outcome === 'older' ? 'unchanged' : outcome] += 1;
    }
    return { counts, faults };
  }

  #saidAt(row: ImportRow): Date {
    const { modifiedAt } = this.#source;
    return instantOf(row, 'said_at') ?? new Date(Math.min(modifiedAt.getTime(), this.#ctx.now.getTime()));
  }
}
