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
import { type ImportFault, type ImportRow, instantOf, textOf } from '../../../core/tokens/import-row.ts';
import { renewApprovals } from '../../approvals/index.ts';
import { newLocation } from '../../locations/index.ts';
import { agreeWith } from '../entering/agree.ts';
import { buckets } from '../ledger/model.ts';
import { standingOf } from '../ledger/store.ts';
import { importStock } from '../permissions.ts';
import { nextProof } from '../proof/pulse.ts';
import { lastProof } from '../proof/store.ts';
import { skuWatch } from '../watching/sku-watch.ts';
import { HeardLevels } from './heard-levels.ts';
import { LevelLocations } from './level-locations.ts';
import {
  type BucketChange,
  changesOf,
  type KnownLocation,
  locationKey,
  type ReportedLevel,
  rowFault,
  saidBy,
  skuKey,
} from './level-rules.ts';
import { analyzeLevels } from './level-store.ts';
import { contradiction, type Named, severalMeant } from './name-rules.ts';
import { skusNamed } from './name-store.ts';
import { writeLevels } from './write-levels.ts';

const quantity = (name: string, summary: string) =>
  ({ name, required: false, type: 'integer', summary }) as const;

export const importLevels: ImportKind = {
  name: 'levels',
  summary: 'how much there is of each SKU in each location',
  groupOf: (text) => `${codeKey(text('sku'))}\n${codeKey(text('location'))}`,
  after: ['products', 'locations'],
  permission: importStock,
  needsOneOf: ['on_hand', ...buckets],
  fields: [
    { name: 'sku', required: true, type: 'code', summary: 'its code, or another name of it' },
    { name: 'location', required: true, type: 'code', summary: 'the location’s code' },
    quantity('on_hand', 'available, committed and unavailable together; available is computed from it'),
    quantity('available', 'free to sell'),
    quantity('committed', 'sold and not yet shipped'),
    quantity('reserved', 'kept for somebody'),
    quantity('damaged', 'not fit for sale'),
    quantity('safety_stock', 'kept back'),
    quantity('quality_control', 'waiting for inspection'),
    quantity('incoming', 'ordered and on its way'),
    { name: 'incoming_on', required: false, type: 'date', summary: 'the day of the next receipt' },
    {
      name: 'as_of',
      required: false,
      type: 'instant',
      summary: 'when this was true; if empty, when the file was last written',
    },
  ],
  createsLocations: true,
  open: (ctx, source, { createLocations }) => new LevelRun(ctx, source, createLocations),
};

class LevelRun implements ImportRun {
  readonly #ctx: Context;
  readonly #source: ImportSource;
  /** The first row about each SKU in each location, whatever it calls them. */
  readonly #first = new Map<
    string,
    { readonly line: number; readonly name: string; readonly said: string }
  >();
  readonly #namedAgain: string[] = [];
  readonly #heard = new HeardLevels();
  readonly #locations: LevelLocations;
  #negative = 0;
  #legs = 0;
  #past = 0;

  constructor(ctx: Context, source: ImportSource, createLocations: boolean) {
    this.#ctx = ctx;
    this.#source = source;
    this.#locations = new LevelLocations(createLocations);
  }

  survey(row: ImportRow): void {
    this.#heard.survey(row, this.#asOf(row));
  }

  async preview(
    ctx: QueryContext,
    rows: readonly ImportRow[],
    earlier: ReadonlyMap<string, ImportRun>,
  ): Promise<ImportOutcome> {
    const { scope } = ctx;
    await this.#locations.read(scope, rows, async () => ctx.ids.uuid(ctx.now));
    const { reported, faults, skipped } = await this.#resolve(scope, rows, earlier.get('products'));
    const standing = await standingOf(scope, reported);
    await this.#heardOf(scope, rows, reported);
    return this.#outcome(
      reported,
      reported.map((one) => changesOf(one, standing)),
      new Set(standing.keys()),
      faults,
      skipped,
    );
  }

  async load(ctx: MutationContext, rows: readonly ImportRow[]): Promise<Loaded> {
    const { tx } = ctx;
    await this.#locations.read(tx, rows, async (code) => await newLocation(ctx, code));
    const { reported, faults, skipped } = await this.#resolve(tx, rows);
    const { before, changes, told } = await writeLevels(ctx, reported, this.#source.name);
    const agreed = await agreeWith(ctx, told);
    // The first levels of a workspace begin the pulse of its proofs.
    const proof = (await lastProof(tx)) ? [] : [nextProof(ctx)];
    const present = changes.flatMap((own) => own.flatMap((one) => (one.next ? [] : [one.skuId])));
    const moved = [...new Set([...present, ...agreed.skuIds])];
    const outcome = this.#outcome(reported, changes, before, faults, skipped);
    // The ledger already records every difference of a level.
    return {
      outcome,
      changes: agreed.changes,
      heard: await this.#heardOf(tx, rows, reported),
      notifications: await skuWatch.follow(ctx, moved),
      due: [...(await renewApprovals(ctx, moved)), ...proof],
    };
  }

  async analyze(tx: Tx): Promise<void> {
    await analyzeLevels(tx);
  }

  summary() {
    return {
      'SKUs in locations': this.#first.size,
      'ledger legs for differences': this.#legs,
      'buckets below zero, marked as data faults': this.#negative,
      ...(this.#past > 0 && { 'SKUs in locations with newer numbers, which stay': this.#past }),
      ...this.#locations.summary(),
      ...this.#heard.summary(),
      ...(this.#namedAgain.length > 0 && { 'SKUs named twice, with the same numbers': this.#namedAgain }),
    };
  }

  /** `products`: those of the same file, which a dry run has not stored. */
  async #resolve(scope: Scope, rows: readonly ImportRow[], products?: ImportRun) {
    const skus = await skusNamed(scope, rows.map(skuKey));
    const faults: ImportFault[] = [];
    const reported: ReportedLevel[] = [];
    let skipped = 0;
    for (const row of rows) {
      const named = skus.get(skuKey(row)) ?? products?.told?.(skuKey(row), null) ?? [];
      const [sku] = named;
      const location = this.#locations.get(locationKey(row));
      const fault = this.#faultOf(row, named, location) ?? this.#contradiction(row, sku, location);
      if (fault) faults.push(fault);
      else if (sku && location) {
        if (this.#isRepeat(row, sku, location)) skipped += 1;
        else
          reported.push({
            row,
            skuId: sku.id,
            locationId: location.id,
            asOf: this.#asOf(row),
            expectedOn: instantOf(row, 'incoming_on'),
          });
      }
    }
    return { reported, faults, skipped };
  }

  #faultOf(row: ImportRow, named: readonly Named[], location: KnownLocation | undefined): ImportFault | null {
    if (!location) {
      return faultAt(row, 'location', this.#locations.unknown());
    }
    if (named.length === 0) return faultAt(row, 'sku', 'is not a known SKU: import products first');
    if (named.length > 1) return faultAt(row, 'sku', severalMeant(named));
    return rowFault(row, this.#asOf(row), this.#ctx.now);
  }

  /** Remembers the first row about a SKU in a location; another that says something else is refused. */
  #contradiction(row: ImportRow, sku: Named | undefined, location: KnownLocation | undefined) {
    if (!sku || !location) return null;
    const said = { line: row.line, name: skuKey(row), said: saidBy(row) };
    const key = `${sku.id} ${location.id}`;
    const first = this.#first.get(key) ?? said;
    this.#first.set(key, first);
    if (first.said === said.said) return null;
    return faultAt(row, 'sku', contradiction(first.line, sku.code, first.name === said.name));
  }

  #isRepeat(row: ImportRow, sku: Named, location: KnownLocation): boolean {
    const first = this.#first.get(`${sku.id} ${location.id}`);
    if (!first || first.line === row.line) return false;
    if (first.name !== skuKey(row))
      this.#namedAgain.push(`${sku.code} in lines ${first.line} and ${row.line}`);
    return true;
  }

  #outcome(
    reported: readonly ReportedLevel[],
    changes: readonly (readonly BucketChange[])[],
    known: ReadonlySet<string>,
    faults: readonly ImportFault[],
    skipped: number,
  ): ImportOutcome {
    const counts = { added: 0, changed: 0, unchanged: 0, skipped };
    const pairs = new Set([...known].map((key) => key.split(' ', 2).join(' ')));
    for (const [index, { skuId, locationId }] of reported.entries()) {
      const own = changes[index] ?? [];
      if (!pairs.has(`${skuId} ${locationId}`)) counts.added += 1;
      else if (own.length > 0) counts.changed += 1;
      else counts.unchanged += 1;
      this.#legs += own.filter(({ difference }) => difference !== 0).length;
      this.#negative += own.filter(({ now, next }) => !next && now < 0).length;
      this.#past += own.some(({ next }) => next !== null) ? 1 : 0;
    }
    return { counts, faults };
  }

  #heardOf(scope: Scope, rows: readonly ImportRow[], reported: readonly ReportedLevel[]) {
    return this.#heard.take(scope, rows, reported, (key) => this.#locations.get(key));
  }

  #asOf(row: ImportRow): Date {
    const { modifiedAt } = this.#source;
    return instantOf(row, 'as_of') ?? new Date(Math.min(modifiedAt.getTime(), this.#ctx.now.getTime()));
  }
}

function faultAt(row: ImportRow, column: 'sku' | 'location', reason: string): ImportFault {
  return { line: row.line, column, value: textOf(row, column) ?? '', reason };
}
