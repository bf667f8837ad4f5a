import type { KnownBlock, TableBlock } from '@slack/types';
import { limits } from './limits.ts';

/** How much a message or view may hold. */
export interface Room {
  readonly blocks: number;
  /** Sum over all texts. */
  readonly characters: number;
  /** What the frame of each block counts beside its texts. */
  readonly frame: number;
}

/** Slack counts texts and frames of a message together, and refuses it as a whole. */
const wholeMessage: Room = {
  blocks: limits.blocksPerMessage,
  characters: limits.messageCharacters - 1,
  frame: limits.blockCharacters,
};
/** The outbox needs the rest for its own notes: that a message is late, or may be a repeat. */
export const messageRoom: Room = {
  ...wholeMessage,
  blocks: wholeMessage.blocks - 2,
  characters: wholeMessage.characters - 600,
};
/** Slack limits a view to 250,000 bytes; a character may take three, and JSON some more. */
export const viewRoom: Room = { blocks: limits.blocksPerView, characters: 50_000, frame: 0 };

/** The size of these blocks, counted as Slack counts in that room. */
export function sizeOf(blocks: readonly KnownBlock[], { frame }: Room): Room {
  return {
    blocks: blocks.length,
    characters: charactersIn(blocks) + blocks.length * frame,
    frame,
  };
}

/** Characters of every text inside, as Slack counts them. */
export function charactersIn(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  if (Array.isArray(value)) return value.reduce<number>((sum, one) => sum + charactersIn(one), 0);
  let sum = 'text' in value && typeof value.text === 'string' ? value.text.length : 0;
  // Every message is counted: a loop without closures, over values that are plain JSON.
  for (const key in value) sum += charactersIn((value as Readonly<Record<string, unknown>>)[key]);
  return sum;
}

export function less(room: Room, by: Room): Room {
  return { ...room, blocks: room.blocks - by.blocks, characters: room.characters - by.characters };
}

export function holds(room: Room, size: Room): boolean {
  return size.blocks <= room.blocks && size.characters <= room.characters;
}

/** Characters for each of `lines` beside these blocks; further blocks take from them. */
export function roomForEach(lines: number, beside: readonly KnownBlock[], room: Room): number {
  return Math.floor(less(room, sizeOf(beside, room)).characters / lines) - room.frame;
}

/** Whether Slack accepts one more block in a message of these. */
export function hasRoomFor(blocks: readonly KnownBlock[], block: KnownBlock): boolean {
  return holds(wholeMessage, sizeOf([...blocks, block], wholeMessage));
}

/** Writes how many rows of a table or lines are left out. */
type RestLine = (left: number, what: 'row' | 'line') => KnownBlock;

/**
 * The blocks of a message, stopped where it passes Slack's limits: first the last rows of its table, then the last of
 * its lines. What is left out is counted. Titles, buttons and notes stay.
 */
export function stopped(blocks: readonly KnownBlock[], rest: RestLine): readonly KnownBlock[] {
  if (holds(messageRoom, sizeOf(blocks, messageRoom)) && blocks.every(hasRoomForRows)) return blocks;
  const withRows = blocks.flatMap((block) =>
    block.type === 'table' ? stopRows(block, roomBeside(block, blocks), rest) : [block],
  );
  return holds(messageRoom, sizeOf(withRows, messageRoom)) ? withRows : stopLines(withRows, rest);
}

function hasRoomForRows(block: KnownBlock): boolean {
  return block.type !== 'table' || charactersIn(block.rows) <= limits.tableCharacters;
}

/** The line about the rest, with its frame. */
const restSize: Room = { blocks: 1, characters: limits.blockCharacters + 100, frame: 0 };

function roomBeside(table: TableBlock, blocks: readonly KnownBlock[]): number {
  const others = blocks.filter((block) => block !== table);
  const { characters } = less(messageRoom, sizeOf(others, messageRoom));
  return Math.min(limits.tableCharacters, characters - messageRoom.frame);
}

function stopRows(table: TableBlock, room: number, rest: RestLine): readonly KnownBlock[] {
  if (charactersIn(table.rows) <= room) return [table];
  const [title = [], ...rows] = table.rows;
  let left = room - restSize.characters - charactersIn(title);
  const end = rows.findIndex((row) => {
    left -= charactersIn(row);
    return left < 0;
  });
  // A table without a row is none.
  const shown = rows.slice(0, Math.max(end, 1));
  const stays = rows.length - shown.length;
  return [{ ...table, rows: [title, ...shown] }, ...(stays > 0 ? [rest(stays, 'row')] : [])];
}

function stopLines(blocks: readonly KnownBlock[], rest: RestLine): readonly KnownBlock[] {
  const room = less(messageRoom, restSize);
  const shown = [...blocks];
  let at = shown.length;
  // The first block is the finding.
  for (let i = shown.length - 1; i > 0 && !holds(room, sizeOf(shown, messageRoom)); i -= 1) {
    if (shown[i]?.type !== 'section') continue;
    shown.splice(i, 1);
    at = i;
  }
  const left = blocks.length - shown.length;
  return left === 0 ? blocks : shown.toSpliced(at, 0, rest(left, 'line'));
}
