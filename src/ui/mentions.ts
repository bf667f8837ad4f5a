import type { KnownBlock } from '@slack/types';
import type { Mention } from '../core/declare/mention.ts';
import { context, section } from './blocks.ts';
import { shorten } from './limits.ts';
import { joined, type Mrkdwn, mrkdwn } from './text.ts';

/** How many lines of other features a card takes, and how long each may be. */
const shownAtMost = 5;
const longest = 300;

/** Lines by other features about a card's subject; the rest is counted. */
export function mentionBlocks(mentions: readonly Mention[]): readonly KnownBlock[] {
  const more = mentions.length - shownAtMost;
  return [
    ...mentions
      .slice(0, shownAtMost)
      .map(({ line, button }) => section(mrkdwn`${shorten(line, longest)}`, button)),
    ...(more > 0 ? [context(mrkdwn`and ${more} more`)] : []),
  ];
}

/** The same lines for the text of a message; empty without mentions. */
export function mentionText(mentions: readonly Mention[]): Mrkdwn {
  return joined(
    mentions.map(({ line }) => mrkdwn` ${line}.`),
    '',
  );
}
