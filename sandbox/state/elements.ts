import type { Slack } from './slack.ts';
import type { Json, Message } from './types.ts';

/** Blocks, including those inside containers and carousels, in reading order. */
export function flatBlocks(blocks: Json[]): Json[] {
  return blocks.flatMap((block) => [block, ...flatBlocks(inside(block))]);
}

function inside(block: Json): Json[] {
  if (block.type === 'container') return (block.child_blocks ?? []) as Json[];
  return block.type === 'carousel' ? ((block.elements ?? []) as Json[]) : [];
}

/** Every block of a message: its own and those in its attachments. */
export function allBlocks(message: Pick<Message, 'blocks' | 'attachments'>): Json[] {
  const attached = (message.attachments ?? []).flatMap(({ blocks }) => (blocks ?? []) as Json[]);
  return [...(message.blocks ?? []), ...attached];
}

/** The elements of a block: interactive ones and inputs. */
export function elementsOf(block: Json): Json[] {
  if (block.type === 'section') return block.accessory ? [block.accessory as Json] : [];
  if (block.type === 'input') return block.element ? [block.element as Json] : [];
  if (block.type === 'card') return (block.actions ?? []) as Json[];
  return block.type === 'actions' || block.type === 'context_actions' ? (block.elements as Json[]) : [];
}

/** Adds Slack's generated ids to blocks and elements without one. */
export function withBlockIds(slack: Slack, blocks: Json[]): Json[] {
  const named = structuredClone(blocks);
  for (const block of flatBlocks(named)) {
    block.block_id ??= slack.ids.next('b').toLowerCase();
    for (const element of elementsOf(block)) {
      if (element.type !== 'image') element.action_id ??= slack.ids.next('a').toLowerCase();
    }
  }
  return named;
}

/** The same for the blocks inside attachments. */
export function withAttachedIds(slack: Slack, attachments: Json[]): Json[] {
  return attachments.map((one) =>
    Array.isArray(one.blocks) ? { ...one, blocks: withBlockIds(slack, one.blocks as Json[]) } : one,
  );
}
