import type { KnownBlock } from '@slack/types';
import type { Message } from '../../core/tokens/reply.ts';

const prefix = 'message:';

/** Writes the message's id into its first block: a click returns it, even when Slack's answer to the post was lost. */
export function withMark(message: Message, id: string): Message {
  const [first, ...rest] = message.blocks;
  return first
    ? { ...message, blocks: [{ ...first, block_id: prefix + id } as KnownBlock, ...rest] }
    : message;
}

/** The id in the blocks of a clicked message; null for messages outside the outbox. */
export function markIn(blocks: unknown): string | null {
  const [first] = Array.isArray(blocks) ? (blocks as { block_id?: unknown }[]) : [];
  const mark = typeof first?.block_id === 'string' ? first.block_id : '';
  return mark.startsWith(prefix) ? mark.slice(prefix.length) : null;
}
