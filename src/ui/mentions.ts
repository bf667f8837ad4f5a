import type { SectionBlock } from '@slack/types';
import type { Mention } from '../core/declare/mention.ts';
import { section } from './blocks.ts';
import { joined, type Mrkdwn, mrkdwn } from './text.ts';

/** What other features say of the thing that a card shows. */
export function mentionBlocks(mentions: readonly Mention[]): readonly SectionBlock[] {
  return mentions.map(({ line, button }) => section(mrkdwn`${line}`, button));
}

/** The same behind the text of a message; empty without mentions. */
export function mentionText(mentions: readonly Mention[]): Mrkdwn {
  return joined(
    mentions.map(({ line }) => mrkdwn` ${line}.`),
    '',
  );
}
