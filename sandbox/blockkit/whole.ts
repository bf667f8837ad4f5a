import { type Issue, isObject, refuse } from './check.ts';

const CHARACTERS = 12_000;
/** Slack counts this much for the frame of each block. */
const BLOCK_CHARACTERS = 125;
const TABLE_CHARACTERS = 10_000;
const MARKDOWN_CHARACTERS = 12_000;
const MOST: Record<string, number> = { table: 1, data_visualization: 2 };

/** Limits on all blocks of a message together. */
export function judgeTogether(blocks: unknown[], issues: Issue[]): void {
  distinctBlocks(blocks, '/blocks', issues);
  const all = withNested(blocks);
  for (const [type, most] of Object.entries(MOST)) {
    if (ofType(all, type).length > most)
      refuse(
        issues,
        '/blocks',
        `only ${most === 1 ? `one ${type}` : `${most} ${type}s`} allowed in a message`,
      );
  }
  if (characters([...ofType(all, 'table'), ...ofType(all, 'data_table')]) > TABLE_CHARACTERS)
    refuse(issues, '/blocks', `tables hold over ${TABLE_CHARACTERS} characters together`);
  if (characters(ofType(all, 'markdown')) > MARKDOWN_CHARACTERS)
    refuse(issues, '/blocks', `markdown is over ${MARKDOWN_CHARACTERS} characters together`);
  // A markdown block alone may have all of them.
  const frames = all.filter(({ type }) => type !== 'markdown').length * BLOCK_CHARACTERS;
  if (characters(blocks) + frames > CHARACTERS) {
    const message = `blocks hold over ${CHARACTERS} characters together, with ${BLOCK_CHARACTERS} for each block`;
    refuse(issues, '/blocks', message, 'msg_blocks_too_long');
  }
}

export function distinctBlocks(
  blocks: unknown[],
  pointer: string,
  issues: Issue[],
  seen = new Set<unknown>(),
): void {
  for (const [i, block] of blocks.entries()) {
    if (!isObject(block)) continue;
    const id = block.block_id;
    if (id !== undefined && seen.has(id))
      refuse(issues, `${pointer}/${i}/block_id`, `block_id is repeated: ${String(id)}`);
    if (id !== undefined) seen.add(id);
    for (const inside of ['child_blocks', 'elements']) {
      const blocksInside = block[inside];
      const nested = inside === 'child_blocks' || block.type === 'carousel';
      if (nested && Array.isArray(blocksInside))
        distinctBlocks(blocksInside, `${pointer}/${i}/${inside}`, issues, seen);
    }
  }
}

function withNested(blocks: unknown[]): Record<string, unknown>[] {
  return blocks.filter(isObject).flatMap((block) => {
    const inside = Array.isArray(block.child_blocks) ? withNested(block.child_blocks) : [];
    return [block, ...inside];
  });
}

function ofType(blocks: Record<string, unknown>[], type: string): Record<string, unknown>[] {
  return blocks.filter((block) => block.type === type);
}

/** Characters of every text in the blocks, including table cells and labels. */
function characters(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum: number, part) => sum + characters(part), 0);
  if (!isObject(value)) return 0;
  const own = typeof value.text === 'string' ? value.text.length : 0;
  return own + Object.values(value).reduce((sum: number, part) => sum + characters(part), 0);
}
