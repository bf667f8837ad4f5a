import type {
  ImportKind,
  ImportOutcome,
  ImportRun,
  ImportSource,
  Loaded,
} from '../../../core/declare/import.ts';
import type { Context, MutationContext, QueryContext } from '../../../core/runtime/context.ts';
import type { Scope, Tx } from '../../../core/runtime/database.ts';
import { asSystem } from '../../../core/runtime/system.ts';
import { codeKey } from '../../../core/text/code-key.ts';
import { CompactMap } from '../../../core/text/compact-map.ts';
import type { ImportFault, ImportRow } from '../../../core/tokens/import-row.ts';
import { knownCarriers } from '../../carriers/index.ts';
import { codesKnown, meaningOf } from '../keeping/code-store.ts';
import { numbersNamed } from '../keeping/number-store.ts';
import { readSeries } from '../keeping/read.ts';
import { analyzeShipments } from '../keeping/shipment-store.ts';
import { tellShipments } from '../keeping/tell-shipments.ts';
import { unknownIn } from '../keeping/unknown-codes.ts';
import { importShipmentsPermission } from '../permissions.ts';
import { reasonInCode, statusInCode } from '../status/model.ts';
import { eventsOf, wordOf } from '../telling/kept.ts';
import type { ShipmentStatement } from '../telling/model.ts';
import { shipmentFields } from './fields.ts';
import { listOf, OrderNames } from './order-names.ts';
import { rowFault, statementOf } from './statement.ts';
import { UnknownNames } from './unknown-names.ts';

export const importShipments: ImportKind = {
  name: 'shipments',
  summary: 'parcels and what happened to them, a row for each scan',
  fields: shipmentFields,
  groupOf: (text) => codeKey(text('tracking')),
  after: ['carriers', 'orders'],
  permission: importShipmentsPermission,
  open: (ctx, source) => new ShipmentRun(ctx, source),
};

interface Said {
  readonly row: ImportRow;
  readonly statement: ShipmentStatement;
}

/** Each row is a statement of its own: told in any order, in any batches and twice, they end in the same rows. */
class ShipmentRun implements ImportRun {
  readonly #ctx: Context;
  readonly #source: ImportSource;
  readonly #parcels = new CompactMap();
  readonly #unknown = new Map<string, number>();
  readonly #orders = new OrderNames();
  readonly #names = new UnknownNames();
  #scans = 0;

  constructor(ctx: Context, source: ImportSource) {
    this.#ctx = ctx;
    this.#source = source;
  }

  survey(): void {}

  async preview(ctx: QueryContext, rows: readonly ImportRow[]): Promise<ImportOutcome> {
    return (await this.#judged(ctx.scope, rows)).outcome;
  }

  async load(ctx: MutationContext, rows: readonly ImportRow[]): Promise<Loaded> {
    const { said, outcome } = await this.#judged(ctx.tx, rows);
    const statements = said.map(({ statement }) => statement);
    if (statements.length > 0) await tellShipments.call(asSystem(ctx, 'import'), { statements });
    const moments = statements.flatMap(({ events }) => events.map(({ at }) => at));
    const heard = statements.length > 0 ? [{ coversUntil: this.#source.modifiedAt, moments }] : [];
    return { outcome, changes: [], heard };
  }

  async analyze(tx: Tx): Promise<void> {
    await analyzeShipments(tx);
  }

  summary() {
    const all = [...this.#unknown].toSorted(([, a], [, b]) => b - a).map(([code]) => code);
    const codes = all.filter((code) => reasonInCode(code) === null).map(statusInCode);
    const reasons = all.flatMap((code) => reasonInCode(code) ?? []);
    return {
      parcels: this.#parcels.size,
      scans: this.#scans,
      ...(codes.length > 0 && {
        'codes that nobody knows': `${listOf(codes)}. None of them counts as a delivery; /ops map says what one means.`,
      }),
      ...(reasons.length > 0 && {
        'reasons that nobody knows': `${listOf(reasons)}. Their scans count without a reason; /ops map says whose fault one is.`,
      }),
      ...this.#names.summary(),
      ...this.#orders.summary(),
    };
  }

  /** What each row would do to what is stored. */
  async #judged(scope: Scope, rows: readonly ImportRow[]) {
    const faults: ImportFault[] = [];
    const said: Said[] = [];
    for (const row of rows) {
      const fault = rowFault(row, this.#ctx.now);
      if (fault) faults.push(fault);
      else said.push({ row, statement: statementOf(row, this.#told()) });
    }
    const isKnown = await knownOf(scope, said);
    await this.#orders.note(
      scope,
      said.map(({ statement }) => statement),
    );
    this.#names.note(
      said.map(({ row }) => row),
      await knownCarriers(scope),
    );
    const known = await codesKnown(scope);
    const counts = { added: 0, changed: 0, unchanged: 0, skipped: 0 };
    const before = new Set<string>();
    for (const { statement } of said) {
      const [event] = eventsOf(statement);
      const key = codeKey(statement.tracking);
      const news = isKnown(statement);
      // Of two rows of a file that say the same, the second says nothing.
      const mark = JSON.stringify([key, event?.key, wordOf(statement)]);
      if (before.has(mark)) counts.skipped += 1;
      else counts[news] += 1;
      before.add(mark);
      this.#parcels.set(key, 1);
      if (!event) continue;
      this.#scans += 1;
      for (const one of unknownIn(event))
        if (meaningOf(known, one) === null)
          this.#unknown.set(one.code, (this.#unknown.get(one.code) ?? 0) + 1);
    }
    return { said, outcome: { counts, faults } };
  }

  #told() {
    const { origin, modifiedAt: writtenAt } = this.#source;
    return { origin, writtenAt, timeZone: this.#ctx.workspace.timeZone };
  }
}

/** Whether a statement says anything that is not stored: a scan, or a word. */
async function knownOf(scope: Scope, said: readonly Said[]) {
  const keys = [...new Set(said.map(({ statement }) => codeKey(statement.tracking)))];
  const numbers = new Map((await numbersNamed(scope, keys)).map(({ key, seriesId }) => [key, seriesId]));
  const seriesOf = await readSeries(scope, [...new Set(numbers.values())]);
  return (statement: ShipmentStatement): 'added' | 'changed' | 'unchanged' => {
    const id = numbers.get(codeKey(statement.tracking));
    if (id === undefined) return 'added';
    const { events, words } = seriesOf([id]);
    const isFresh = eventsOf(statement).some(
      ({ source, key }) => !events.some((one) => one.source === source && one.key === key),
    );
    if (isFresh) return 'added';
    const { source, hash, saidAt } = wordOf(statement);
    const isSaid = words.some(
      (one) => one.source === source && one.hash === hash && one.saidAt.getTime() === saidAt.getTime(),
    );
    return isSaid ? 'unchanged' : 'changed';
  };
}
