import type { Action } from './action.ts';
import type { Context } from './context.ts';
import type { JsonObject, Tx } from './database.ts';
import type { Operation } from './operation.ts';
import type { Permission } from './permission.ts';
import type { Message, Reply } from './reply.ts';
import type { StateTable } from './states.ts';
import type { Words } from './words.ts';

/** A slash command. One feature declares it; any feature may add verbs to it. */
export interface Command {
  /** Without slash and prefix. */
  readonly name: string;
  /** What Slack shows beside the command. At most 140 characters. */
  readonly summary: string;
  /** What Slack shows behind the command while it is typed. */
  readonly usageHint: string;
}

/** One thing a command can do: `/stock find red mug` is command stock, verb find, words "red mug". */
export interface Verb {
  readonly command: string;
  /** The first word; empty for what happens when no verb fits (`/stock MUG-01`). */
  readonly name: string;
  /** What follows the verb, such as `<SKU> [<SKU> …]`. */
  readonly usage: string;
  readonly summary: string;
  /** Whole commands a person can type as they stand, without prefix. */
  readonly examples: readonly string[];
  readonly permission: Permission;
  /** Whether it means something without words after it. */
  readonly takes: 'nothing' | 'words' | 'words or nothing';
  answer(ctx: Context, words: Words): Promise<Reply>;
}

/** What answers a button. Build it with `answers`. */
export interface ClickHandler {
  readonly action: Action<never>;
  /** Null: the button is of a kind or version we no longer read. */
  handle(ctx: Context, value: string): Promise<Reply | null>;
}

export function answers<Value>(
  action: Action<Value>,
  run: (ctx: Context, value: Value) => Promise<Reply>,
): ClickHandler {
  return {
    action: action as unknown as Action<never>,
    async handle(ctx, text) {
      const value = action.decode(text);
      return value === null ? null : await run(ctx, value);
    },
  };
}

/** A hit of "find anything". */
export interface Found {
  readonly kind: string;
  readonly id: string;
  /** One line: what it is and how it stands. Plain text. */
  readonly title: string;
  /** The text typed is exactly its name or number. */
  readonly exact: boolean;
}

export interface Finder {
  readonly kind: string;
  readonly permission: Permission;
  /** At most five, best first. */
  find(ctx: Context, text: string): Promise<readonly Found[]>;
  /** Null: it is gone. */
  show(ctx: Context, id: string): Promise<Message | null>;
}

/** What a column of an imported file may hold. */
export interface ImportField {
  readonly name: string;
  readonly required: boolean;
  readonly type: 'text' | 'integer' | 'money' | 'instant' | 'date' | 'boolean';
  readonly summary: string;
}

export interface ImportCounts {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
}

/** A row after mapping and checking, with the line of the file it came from. */
export interface ImportRow {
  readonly line: number;
  readonly values: Readonly<Record<string, string | number | bigint | boolean | Date | null>>;
}

export interface ImportFault {
  readonly line: number;
  readonly column: string;
  readonly value: string;
  readonly reason: string;
}

/** A kind of thing that `npm run import` can load. */
export interface ImportKind {
  readonly name: string;
  readonly summary: string;
  readonly fields: readonly ImportField[];
  /** Kinds that must be loaded before this one when both are asked for. */
  readonly after: readonly string[];
  readonly permission: Permission;
  /** Opens a run: what it remembers between batches (ordinals, repeats) lives as long as the run. */
  open(ctx: Context): ImportRun;
}

export interface ImportRun {
  /** Loads one batch in the given transaction. Rows it refuses come back as faults; the rest is loaded. */
  load(
    tx: Tx,
    rows: readonly ImportRow[],
  ): Promise<{ readonly counts: ImportCounts; readonly faults: readonly ImportFault[] }>;
  /** After the last batch: facts for the operator, such as totals and what looked odd. */
  summary(): JsonObject;
}

/** Messages that show every state a view can draw; the contract tests hold them against Slack's limits. */
export type Samples = Readonly<Record<string, () => Message>>;

/** One line of `/ops setup` or `/ops health`. */
export interface Check {
  readonly title: string;
  /** Never throws because of what it looks at: trouble is a finding. */
  look(ctx: Context): Promise<{ readonly ok: boolean; readonly finding: string }>;
}

/** What a feature is made of: plain data that needs nothing when it is imported. */
export interface Feature {
  readonly name: string;
  /** For people, such as "Stock". */
  readonly title: string;
  readonly permissions: readonly Permission[];
  readonly operations: readonly Operation<never, unknown>[];
  readonly commands?: readonly Command[];
  readonly verbs?: readonly Verb[];
  readonly clicks?: readonly ClickHandler[];
  readonly finders?: readonly Finder[];
  readonly imports?: readonly ImportKind[];
  readonly states?: readonly StateTable<string>[];
  /** What has to be done once after installing, in order. */
  readonly setup?: readonly Check[];
  readonly health?: readonly Check[];
  readonly samples?: Samples;
}

export function defineFeature(feature: Feature): Feature {
  return feature;
}
