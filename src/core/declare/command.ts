import type { Context } from '../runtime/context.ts';
import { contribution } from '../runtime/contributions.ts';
import type { Words } from '../text/words.ts';
import type { Permission } from '../tokens/permission.ts';
import type { Reply } from '../tokens/reply.ts';

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

/** The slash commands. */
export const commands = contribution<Command>('commands');

/** What they can do. */
export const verbs = contribution<Verb>('verbs');
