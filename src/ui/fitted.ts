import type { KnownBlock } from '@slack/types';
import { count, listOf } from '../core/text/sentence.ts';
import type { Message } from '../core/tokens/reply.ts';
import { context, section } from './blocks.ts';
import { limits, shorten } from './limits.ts';
import { hasRoomFor, holds, less, type Room, sizeOf } from './room.ts';
import { joined, type Mrkdwn, mrkdwn } from './text.ts';

/** A feature's part of a message or view; it is shown whole or not at all. */
export interface FitPart {
  /** Its name in the line about parts without room. */
  readonly title: string;
  readonly blocks: readonly KnownBlock[];
}

/** Room for the line about left-out parts. */
const restRoom: Room = { blocks: 1, characters: 525, frame: 0 };

interface Composition {
  /** Short, and always shown. */
  readonly head?: readonly KnownBlock[];
  readonly parts: readonly FitPart[];
  readonly foot?: readonly KnownBlock[];
}

/**
 * As many parts as Slack accepts, in order; the rest is counted and named: "and 2 more parts: Issues, Stock". A part
 * that is too long does not hide a shorter one after it.
 */
export function fitted(
  { head = [], parts, foot = [] }: Composition,
  room: Room,
  [one, many]: readonly [one: string, many: string] = ['part', 'parts'],
): readonly KnownBlock[] {
  const around = less(room, sizeOf([...head, ...foot], room));
  const whole = parts.flatMap(({ blocks }) => blocks);
  if (holds(around, sizeOf(whole, room))) return [...head, ...whole, ...foot];
  let left = less(around, restRoom);
  const shown: FitPart[] = [];
  const rest: FitPart[] = [];
  for (const part of parts) {
    const size = sizeOf(part.blocks, room);
    (holds(left, size) ? shown : rest).push(part);
    if (shown.at(-1) === part) left = less(left, size);
  }
  const names = [...new Set(rest.map(({ title }) => shorten(title, 60)))];
  const named = names.length <= 5 ? `: ${listOf(names)}` : '';
  const line = context(mrkdwn`and ${count(rest.length, `more ${one}`, `more ${many}`)}${named}`);
  return [...head, ...shown.flatMap(({ blocks }) => blocks), line, ...foot];
}

/** Groups lines into sections within Slack's limit; no line is cut in two. */
export function paragraphs(title: string, lines: readonly Mrkdwn[]): readonly FitPart[] {
  const texts: Mrkdwn[] = [];
  for (const line of lines) {
    const longer = joined([...texts.slice(-1), line], '\n');
    if (texts.length > 0 && longer.value.length <= limits.sectionText) texts.splice(-1, 1, longer);
    else texts.push(line);
  }
  return texts.map((text) => ({ title, blocks: [section(text)] }));
}

/** Adds a line at the end, if there is room. */
export function withNote(message: Message, note: Mrkdwn): Message {
  const line = context(note);
  if (!hasRoomFor(message.blocks, line)) return message;
  const { lasting } = message;
  return {
    ...message,
    blocks: [...message.blocks, line],
    ...(lasting && { lasting: withNote(lasting, note) }),
  };
}
