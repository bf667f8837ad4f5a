import { z } from 'zod';
import type {
  ImportKind,
  ImportOutcome,
  ImportRun,
  ImportSource,
  ImportWishes,
  Loaded,
} from '../core/declare/import.ts';
import type { Context, MutationContext } from '../core/runtime/context.ts';
import { mutation, type Operation } from '../core/runtime/operation.ts';
import { inUnit } from '../core/runtime/unit.ts';
import {
  addCounts,
  type ImportCounts,
  type ImportFault,
  type ImportRow,
  noCounts,
} from '../core/tokens/import-row.ts';
import type { FeedNews } from './news.ts';
import type { CheckedRecord } from './reading/rows.ts';
import { inTurn } from './turn.ts';

const minute = 60_000;

/** One kind within one import. */
export class Loading {
  readonly kind: ImportKind;
  readonly run: ImportRun;
  counts: ImportCounts = noCounts;
  readonly #news: FeedNews;
  readonly #load: Operation<readonly ImportRow[], Taken>;

  constructor(ctx: Context, kind: ImportKind, source: ImportSource, wishes: ImportWishes, news: FeedNews) {
    this.kind = kind;
    this.run = kind.open(ctx, source, wishes);
    this.#news = news;
    this.#load = loadOperation(kind, this.run, source);
  }

  /** Loads the rows in the unit's transaction; without a unit, only counts. `earlier`: the loadings before it. */
  async take(
    ctx: Context,
    unit: MutationContext | null,
    rows: readonly ImportRow[],
    earlier: readonly Loading[],
  ): Promise<readonly ImportFault[]> {
    if (rows.length === 0) return [];
    const outcome = unit ? await this.#write(unit, rows) : await this.#preview(ctx, rows, earlier);
    this.counts = addCounts(this.counts, outcome.counts);
    return outcome.faults;
  }

  async #write(unit: MutationContext, rows: readonly ImportRow[]): Promise<ImportOutcome> {
    const { outcome, heard } = await this.#load.call(unit, rows);
    this.#news.take(this.kind, heard, rows.length - outcome.faults.length);
    return outcome;
  }

  async #preview(
    ctx: Context,
    rows: readonly ImportRow[],
    earlier: readonly Loading[],
  ): Promise<ImportOutcome> {
    const scope = ctx.engine.database.scope(ctx.workspace.id);
    return await this.run.preview(
      { ...ctx, scope },
      rows,
      new Map(earlier.map(({ kind, run }) => [kind.name, run])),
    );
  }
}

type Taken = Pick<Loaded, 'outcome' | 'heard'>;

/**
 * Each batch is its own operation, so its audit row shares the transaction of its effect: an import killed half way has
 * accounted for everything it did. A batch without a change writes no audit row.
 */
function loadOperation(kind: ImportKind, run: ImportRun, source: ImportSource) {
  return mutation({
    name: `import.${kind.name}`,
    permission: kind.permission,
    input: z.custom<readonly ImportRow[]>(Array.isArray),
    timeout: minute,
    async run(ctx, rows) {
      const { outcome, heard, changes, ...effects } = await run.load(ctx, rows);
      const { added, changed } = outcome.counts;
      const subject = { kind: 'import', id: `${source.name} ${source.sha256}` };
      const after = {
        lines: `${rows[0]?.line}–${rows.at(-1)?.line}`,
        added,
        changed,
        rejected: outcome.faults.length,
      };
      const batch = added + changed > 0 ? [{ subject, before: null, after }] : [];
      const result: Taken = { outcome, ...(heard && { heard }) };
      return { ...effects, result, changes: [...batch, ...changes] };
    },
  });
}

/** Loads the batch for every kind in one transaction; with `dryRun`, only counts. `last`: what the whole file tells. */
export async function loadBatch(
  ctx: Context,
  loadings: readonly Loading[],
  batch: readonly CheckedRecord[],
  mode: { readonly dryRun: boolean; readonly unit?: MutationContext; readonly last: FeedNews | null },
): Promise<readonly ImportFault[]> {
  const all = async (unit: MutationContext | null) => {
    const faults: ImportFault[] = [];
    for (const [index, loading] of loadings.entries()) {
      const rows = batch.flatMap(({ rows }) => {
        const own = rows[index];
        return own && own.faults.length === 0 ? [own.row] : [];
      });
      faults.push(...(await loading.take(ctx, unit, rows, loadings.slice(0, index))));
    }
    if (unit) await mode.last?.tell(unit);
    return faults;
  };
  if (mode.dryRun) return await all(null);
  return await inUnit(mode.unit ?? ctx, { ...inTurn(ctx), timeout: minute }, all);
}
