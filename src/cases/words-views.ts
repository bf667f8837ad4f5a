import type { KnownBlock } from '@slack/types';
import type { Message } from '../core/tokens/reply.ts';
import { message, section } from '../ui/blocks.ts';
import { shorten } from '../ui/limits.ts';
import { joined, type Mrkdwn, mrkdwn, userMention } from '../ui/text.ts';
import type { Somebody } from './model.ts';

export function nameOf(somebody: Somebody | null): string {
  if (!somebody) return 'nobody';
  const name = shorten(somebody.name, 40);
  return somebody.active ? name : `${name} (has left)`;
}

/** Who did it: "Omar", or "Quartermaster" for ourselves and the console. */
export function doerOf({ by }: { readonly by: Somebody | null }): string {
  return by ? nameOf(by) : 'Quartermaster';
}

/** An event in the thread of its card: "@Lena Omar is on it, until 02:22. Issue 3, DHL pickup missed". */
export function eventLine(
  sentence: Mrkdwn,
  about: string,
  mentions: readonly string[],
  more: readonly KnownBlock[] = [],
): Message {
  const to = mentions.length > 0 ? mrkdwn`${joined(mentions.map(userMention), ' ')} ` : '';
  const line = mrkdwn`${to}${ended(sentence)} ${about}`;
  return message(line, [section(line), ...more]);
}

/** With a full stop, unless it ends with a mark of its own. */
export function ended(sentence: Mrkdwn): Mrkdwn {
  return /[.!?…]$/.test(sentence.value) ? sentence : mrkdwn`${sentence}.`;
}
