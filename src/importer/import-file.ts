import type { ImportKind, ImportWishes } from '../core/declare/import.ts';
import type { Context, MutationContext } from '../core/runtime/context.ts';
import { inUnit } from '../core/runtime/unit.ts';
import type { ImportCounts, ImportFault } from '../core/tokens/import-row.ts';
import type { JsonObject } from '../core/tokens/json.ts';
import { asInFile } from './check.ts';
import type { ImportFile } from './file/inspect.ts';
import { Loading, loadBatch } from './load.ts';
import type { Mapping } from './mapping.ts';
import { FeedNews } from './news.ts';
import type { Reader } from './reading/reader.ts';
import type { CheckedRecord, Phase } from './reading/rows.ts';
import { Rejects } from './rejects.ts';
import { Tally } from './tally.ts';
import { inTurn } from './turn.ts';

export interface ImportRequest extends ImportWishes {
  /** Each after those that it needs. */
  readonly kinds: readonly ImportKind[];
  readonly file: ImportFile;
  readonly columns: readonly string[];
  readonly mapping: Mapping;
  readonly read: Reader;
  readonly dryRun: boolean;
  readonly allOrNothing: boolean;
  readonly rejectsPath: string;
  readonly onProgress?: (phase: Phase, bytes: number) => void;
}

export interface ImportReport {
  readonly encoding: string;
  readonly read: number;
  /** Rows that are no fault and say nothing here, by what they are. */
  readonly leftOut: Readonly<Record<string, number>>;
  readonly rejected: number;
  /** Records equal to an earlier one in every column. */
  readonly repeated: number;
  readonly kinds: readonly {
    readonly name: string;
    readonly counts: ImportCounts;
    readonly facts: JsonObject;
  }[];
  /** The first ten. */
  readonly faults: readonly ImportFault[];
  readonly rejectsPath: string | null;
  /** False: nothing was written, because it was a dry run or an all-or-nothing import with faults. */
  readonly written: boolean;
}

/** Records of one transaction: each of those has some twenty statements, however many records it writes. */
export const batchSize = 4_000;
/** Batches after which the tables are several times their earlier size. */
const growsMuch = [1, 4, 16, 64, 256];
/** Fewer change no plan, and looking at the tables would take longer than writing them. */
const fewRows = 100;
const hour = 3_600_000;

/** Rolls back an all-or-nothing import in which the database found a fault. */
class NotEverything extends Error {}

/**
 * Imports one file in two passes: the first checks every row without the database; the second loads batches of four
 * thousand rows, each in its own transaction or, all-or-nothing, all in one.
 */
export async function importFile(ctx: Context, request: ImportRequest): Promise<ImportReport> {
  const { kinds, file, columns, mapping, read, dryRun, allOrNothing, onProgress = () => {} } = request;
  const news = new FeedNews(ctx, file);
  const loadings = kinds.map((kind) => new Loading(ctx, kind, file, request, news));
  const tally = new Tally(dryRun ? null : new Rejects(request.rejectsPath, columns));

  for await (const { records, bytes } of read('checking')) {
    for (const checked of records) {
      tally.read(checked);
      for (const [index, { row, faults }] of checked.rows.entries()) {
        const run = loadings[index]?.run;
        if (faults.length === 0) run?.survey(row);
        else run?.surveyFaulty?.(row);
        if (faults.length > 0) await tally.refuse(faults, [checked]);
      }
    }
    onProgress('checking', bytes);
  }
  const finish = async (written: boolean): Promise<ImportReport> => ({
    encoding: file.encoding,
    ...(await tally.close()),
    kinds: loadings.map(({ kind, run, counts }) => ({ name: kind.name, counts, facts: run.summary() })),
    written,
  });
  if (allOrNothing && tally.rejected > 0) return await finish(false);

  let loaded = 0;
  const load = async (unit?: MutationContext) => {
    for await (const { batch, bytes, isLast } of ahead(batches(read, loadings))) {
      const mode = { dryRun, last: isLast ? news : null, ...(unit && { unit }) };
      const faults = await loadBatch(ctx, loadings, batch, mode);
      const records = new Map(faults.length > 0 ? batch.map(({ record }) => [record.line, record]) : []);
      // A kind knows its fields and what it made of them; whoever reads the fault knows the file.
      const inFile = faults.map((fault) => asInFile(fault, records.get(fault.line), mapping));
      await tally.refuse(inFile, batch);
      loaded += 1;
      onProgress('loading', bytes);
      if (!unit && !dryRun && growsMuch.includes(loaded)) await analyze(ctx, loadings);
    }
    if (unit && tally.rejected > 0) throw new NotEverything();
  };
  if (!allOrNothing || dryRun) {
    await load();
    // After the last batch it was just done.
    if (!dryRun && !growsMuch.includes(loaded)) await analyze(ctx, loadings);
    return await finish(!dryRun);
  }
  try {
    await inUnit(ctx, { ...inTurn(ctx), timeout: hour }, load);
    await analyze(ctx, loadings);
    return await finish(true);
  } catch (error) {
    if (error instanceof NotEverything) return await finish(false);
    throw error;
  }
}

/**
 * A planner that still takes the tables for empty scans them whole for every foreign key; the embedded database never
 * updates its statistics by itself.
 */
async function analyze(ctx: Context, loadings: readonly Loading[]): Promise<void> {
  for (const { counts, run } of loadings) {
    if (counts.added + counts.changed < fewRows) continue;
    await ctx.engine.database.transaction(ctx.workspace.id, async (tx) => await run.analyze(tx));
  }
}

interface Batch {
  readonly batch: readonly CheckedRecord[];
  readonly bytes: number;
  readonly isLast: boolean;
}

async function* batches(read: Reader, loadings: readonly Loading[]): AsyncGenerator<Batch> {
  let batch: CheckedRecord[] = [];
  let known = 0;
  for await (const { records, bytes } of read('loading')) {
    for (const record of records) {
      if (batch.length === batchSize) {
        yield { batch, bytes: known, isLast: false };
        batch = [];
      }
      batch.push(record);
      for (const [index, { row, faults }] of record.rows.entries())
        if (faults.length === 0) loadings[index]?.run.expect?.(row);
    }
    known = bytes;
  }
  if (batch.length > 0) yield { batch, bytes: known, isLast: true };
}

/** Makes the next item while the database takes the one before it. */
async function* ahead<Item>(items: AsyncGenerator<Item>): AsyncGenerator<Item> {
  let next = items.next();
  try {
    for (let one = await next; !one.done; one = await next) {
      next = items.next();
      // Whoever waits for it hears of it; until then nobody does.
      next.catch(() => {});
      yield one.value;
    }
  } finally {
    await items.return(undefined);
  }
}
