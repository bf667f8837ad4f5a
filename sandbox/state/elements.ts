import type { Slack } from './slack.ts';
import type { Json } from './types.ts';

/** Blocks with those inside containers and carousels, in the order in which a reader meets them. */
export function flatBlocks(blocks: Json[]): Json[] {
  return blocks.flatMap((block) => [block, ...flatBlocks(inside(block))]);
}

function inside(block: Json): Json[] {
  if (block.type === 'container') return (block.child_blocks ?? []) as Json[];
  return block.type === 'carousel' ? ((block.elements ?? []) as Json[]) : [];
}

/** The elements of a block that a member can act on or that stand in it. */
export function elementsOf(block: Json): Json[] {
  if (block.type === 'section') return block.accessory ? [block.accessory as Json] : [];
  if (block.type === 'input') return block.element ? [block.element as Json] : [];
  if (block.type === 'card') return (block.actions ?? []) as Json[];
  return block.type === 'actions' || block.type === 'context_actions' ? (block.elements as Json[]) : [];
}

/** Slack names the blocks and elements that the app left unnamed. */
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
