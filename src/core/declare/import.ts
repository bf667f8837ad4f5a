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
 * The outcome of a batch and its effects, as of any other change. The batch has its own audit row with its lines:
 * `changes` are for things that existed before and changed, unless there are too many.
 */
export interface Loaded extends Effects {
  readonly outcome: ImportOutcome;
  /** Which feeds its rows belong to. Absent: to the one of the kind and the file's source, complete until it was written. */
  readonly heard?: readonly Heard[];
}

/** What a batch tells of one feed. */
export interface Heard {
  /** Where it comes from, such as the channel of orders; absent: from the file's source. */
  readonly source?: string;
  /** The id of the location that it is about, if it is about one. */
  readonly location?: string;
  /** Until when it is complete; null: it does not say. */
  readonly coversUntil: Date | null;
  /** When each of its things happened. */
  readonly moments: readonly Date[];
}

/** The file being imported. Reading it again gives the same source: nothing depends on the time of the import. */
export interface ImportSource {
  /** What it comes from: the export, or what the operator calls it. */
  readonly origin: string;
  /** Without folders. */
  readonly name: string;
  readonly sha256: string;
  readonly modifiedAt: Date;
}

/** Whether the file tells things whole, or parts of them; null: nobody said. */
export type Tells = 'whole' | 'part' | null;

/** What the operator says of the file beyond its columns. */
export interface ImportWishes {
  readonly tells: Tells;
  /** Locations that nobody knows are added instead of refused. */
  readonly createLocations: boolean;
}

/** A kind of thing that `npm run import` can load. */
export interface ImportKind {
  readonly name: string;
  readonly summary: string;
  readonly fields: readonly ImportField[];
  /** At least one of these must be mapped. */
  readonly needsOneOf?: readonly string[];
  /** The key of the thing that a row belongs to, from its texts by field ("" when empty). */
  groupOf(text: (field: string) => string): string;
  /** Kinds to load before this one when both are imported. */
  readonly after: readonly string[];
  readonly permission: Permission;
  /** Its things have parts, a row each, as orders have lines: a file may tell a part of them. */
  readonly hasParts?: true;
  /** It can add locations that it names. */
  readonly createsLocations?: true;
  /** Opens a run, which keeps its memory between rows. */
  open(ctx: Context, source: ImportSource, wishes: ImportWishes): ImportRun;
}

/** A thing as the rows of an import tell it. */
export interface ToldThing {
  readonly id: string;
  readonly code: string;
}

/**
 * One import of one file, in two passes: `survey` sees every good row before the first is loaded, so that a thing
 * spread over many rows (an order and its lines) is known whole and loads the same for any batch size.
 */
export interface ImportRun {
  survey(row: ImportRow): void;
  /** In the first pass, a row with faults: what it is about is not told whole. Its faulty fields are absent. */
  surveyFaulty?(row: ImportRow): void;
  /**
   * In the second pass, each good row some time before it is loaded, while the database writes those before it: whatever can
   * be made of it without the database.
   */
  expect?(row: ImportRow): void;
  /** The outcome that `load` would have, without loading. `earlier`: the runs before it in the same import, by kind. */
  preview(
    ctx: QueryContext,
    rows: readonly ImportRow[],
    earlier: ReadonlyMap<string, ImportRun>,
  ): Promise<ImportOutcome>;
  /**
   * The things that its rows have told so far under this key, as later kinds would find them once they are loaded: a dry
   * run stores nothing. `channel`: whose names count beside codes; null: all names.
   */
  told?(key: string, channel: string | null): readonly ToldThing[];
  /** Loads one batch in the given transaction. Refused rows come back as faults; the rest is loaded. */
  load(ctx: MutationContext, rows: readonly ImportRow[]): Promise<Loaded>;
  /** Updates the database's statistics. Needs its own transaction: it waits for others who do the same. */
  analyze(tx: Tx): Promise<void>;
  /** After the last batch: facts for the operator, such as totals and oddities. */
  summary(): JsonObject;
}

/** Kinds of things to import. */
export const imports = contribution<ImportKind>('imports');
