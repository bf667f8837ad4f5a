import type { Action } from './action.ts';
import type { ApprovalHandler } from './approval.ts';
import type { Context } from '../runtime/context.ts';
import type { DigestSection } from './digest.ts';
import type { Drawing } from './drawing.ts';
import type { DueHandler } from './due.ts';
import type { Follower } from '../runtime/follow.ts';
import type { FormHandler } from './form.ts';
import type { HomeSection } from './home.ts';
import type { ImportKind } from './import.ts';
import type { JobHandler } from './job.ts';
import type { Mentioner } from './mention.ts';
import type { Operation } from '../runtime/operation.ts';
import type { Permission } from '../runtime/permission.ts';
import type { Message, Reply } from './reply.ts';
import type { ScheduleKind } from './schedule.ts';
import type { StateTable } from './states.ts';
import type { Words } from '../text/words.ts';

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

/** Somebody's message in Slack, as it was when it was picked. */
export interface QuotedMessage {
  readonly channel: string;
  readonly ts: string;
  readonly text: string;
  /** The Slack user who wrote it; null for an app's. */
  readonly user: string | null;
  readonly link: string | null;
}

/** An entry of Slack's menus: of a message's, or of the one that is everywhere. */
export interface Shortcut {
  /** `<feature>.<verb>`; becomes Slack's callback_id. */
  readonly id: string;
  /** At most 24 characters. */
  readonly title: string;
  /** At most 150 characters. */
  readonly summary: string;
  readonly on: 'message' | 'anywhere';
  /** `quoted`: the message it was picked on; null anywhere else. */
  answer(ctx: Context, quoted: QuotedMessage | null): Promise<Reply>;
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
  /** What it is called where another feature speaks of it. Null: it is gone. */
  title?(ctx: Context, id: string): Promise<string | null>;
  /** How each stands now, in a few words, by id; those that are gone are left out. */
  stands?(ctx: Context, ids: readonly string[]): Promise<ReadonlyMap<string, string>>;
}

/** Messages that show every state a view can draw; the contract tests hold them against Slack's limits. */
export type Samples = Readonly<Record<string, () => Message>>;

/** One line of `/ops setup` or `/ops health`. */
export interface Check {
  readonly title: string;
  /** For set-up: a button that does what is to be done. */
  readonly fix?: { readonly label: string; readonly action: Action<Record<string, never>> };
  /** Never throws because of what it looks at: trouble is a finding. */
  look(ctx: Context): Promise<{ readonly ok: boolean; readonly finding: string }>;
}

/** One line of them, looked at. */
export interface Checked {
  readonly title: string;
  readonly ok: boolean;
  readonly finding: string;
  readonly fix?: Check['fix'];
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
  readonly forms?: readonly FormHandler[];
  readonly shortcuts?: readonly Shortcut[];
  readonly finders?: readonly Finder[];
  readonly mentions?: readonly Mentioner[];
  readonly imports?: readonly ImportKind[];
  readonly states?: readonly StateTable<string>[];
  readonly drawings?: readonly Drawing[];
  readonly schedules?: readonly ScheduleKind[];
  readonly due?: readonly DueHandler[];
  readonly jobs?: readonly JobHandler[];
  readonly approvals?: readonly ApprovalHandler[];
  /** What it does after operations of other features. */
  readonly follows?: readonly Follower[];
  /** Parts of what is posted regularly. */
  readonly digest?: readonly DigestSection[];
  /** Parts of App Home, in the order of the features. */
  readonly home?: readonly HomeSection[];
  /** What has to be done once after installing, in order. */
  readonly setup?: readonly Check[];
  readonly health?: readonly Check[];
  readonly samples?: Samples;
}

export function defineFeature(feature: Feature): Feature {
  return feature;
}
