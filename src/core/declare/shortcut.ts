import type { Context } from '../runtime/context.ts';
import { contribution } from '../runtime/contributions.ts';
import type { Reply } from '../tokens/reply.ts';

/** A person's message in Slack, at the moment it was picked. */
export interface QuotedMessage {
  readonly channel: string;
  readonly ts: string;
  readonly text: string;
  /** The Slack user who wrote it; null for an app's message. */
  readonly user: string | null;
  readonly link: string | null;
}

/** An entry of Slack's menus: of a message's menu, or of the global one. */
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

/** Entries of Slack's menus. */
export const shortcuts = contribution<Shortcut>('shortcuts');
