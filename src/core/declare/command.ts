import type { Context } from '../runtime/context.ts';
import { contribution } from '../runtime/contributions.ts';
import type { Words } from '../text/words.ts';
import type { Permission } from '../tokens/permission.ts';
import type { Reply } from '../tokens/reply.ts';

/** A slash command. One feature declares it; any feature may add verbs to it. */
export interface Command {
  /** Without slash and prefix. */
  readonly name: string;
  /** Shown by Slack beside the command. At most 140 characters. */
  readonly summary: string;
  /** Shown by Slack after the command while it is typed. */
  readonly usageHint: string;
}

/** One thing a command can do: `/stock find red mug` is command stock, verb find, words "red mug". */
export interface Verb {
  readonly command: string;
  /** The first word; empty for the verb that runs when no other matches (`/stock MUG-01`). */
  readonly name: string;
  /** The words after the verb, such as `<SKU> [<SKU> …]`. */
  readonly usage: string;
  readonly summary: string;
  /** Whole commands that a person can type, without prefix. */
  readonly examples: readonly string[];
  readonly permission: Permission;
  /** Whether the verb needs words after it. */
  readonly takes: 'nothing' | 'words' | 'words or nothing';
  answer(ctx: Context, words: Words): Promise<Reply>;
}

/** The slash commands. */
export const commands = contribution<Command>('commands');

/** Their verbs. */
export const verbs = contribution<Verb>('verbs');
