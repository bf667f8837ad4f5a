import type { Context, MutationContext, QueryContext } from '../runtime/context.ts';
import { contribution } from '../runtime/contributions.ts';
import type { Tx } from '../runtime/database.ts';
import type { Effects } from '../runtime/effects.ts';
import type { ImportCounts, ImportFault, ImportField, ImportRow } from '../tokens/import-row.ts';
import type { JsonObject } from '../tokens/json.ts';
import type { Permission } from '../tokens/permission.ts';

export interface ImportOutcome {
  readonly counts: ImportCounts;
  readonly faults: readonly ImportFault[];
}

/**
 * What came of a batch and what follows from it, as from any other change. The batch itself has an audit row of its
 * own, with the lines that it held: `changes` are for what was there before and is different now.
 */
export interface Loaded extends Effects {
  readonly outcome: ImportOutcome;
}

/** The file at hand. Reading it again gives the same source: nothing of it depends on when it is imported. */
export interface ImportSource {
  /** Without folders. */
  readonly name: string;
  readonly sha256: string;
  readonly modifiedAt: Date;
}

/** A kind of thing that `npm run import` can load. */
export interface ImportKind {
  readonly name: string;
  readonly summary: string;
  readonly fields: readonly ImportField[];
  /** At least one of these must be mapped. */
  readonly needsOneOf?: readonly string[];
  /** The fields whose values say which thing a row belongs to. */
  readonly groupBy: readonly string[];
  /** Kinds that must be loaded before this one when both are asked for. */
  readonly after: readonly string[];
  readonly permission: Permission;
  /** Opens a run: what it remembers between rows lives as long as the run. */
  open(ctx: Context, source: ImportSource): ImportRun;
}

/**
 * One file on its way in. It is read twice: `survey` sees every good row before the first one is loaded, so that
 * a thing spread over many rows (an order and its lines) is known whole and loads the same whatever the batches.
 */
export interface ImportRun {
  survey(row: ImportRow): void;
  /** What `load` would do with these rows, without doing it. */
  preview(ctx: QueryContext, rows: readonly ImportRow[]): Promise<ImportOutcome>;
  /** Loads one batch in the transaction at hand. Rows it refuses come back as faults; the rest is loaded. */
  load(ctx: MutationContext, rows: readonly ImportRow[]): Promise<Loaded>;
  /** Tells the database how its tables have grown. In a transaction of its own: it waits for others who do the same. */
  analyze(tx: Tx): Promise<void>;
  /** After the last batch: facts for the operator, such as totals and what looked odd. */
  summary(): JsonObject;
}

/** What can be imported. */
export const imports = contribution<ImportKind>('imports');
