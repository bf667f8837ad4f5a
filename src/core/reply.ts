import type { KnownBlock } from '@slack/types';

/** What Slack shows. `text` is what a phone shows first and what a screen reader reads: it stands alone. */
export interface Message {
  readonly text: string;
  readonly blocks: readonly KnownBlock[];
}

/**
 * What a handler gives back. `private`: to the one who asked. `replace`: in place of the message whose button
 * was pressed. `share`: to everybody where the button was pressed.
 */
export interface Reply {
  readonly to: 'private' | 'replace' | 'share';
  readonly message: Message;
}

export const privately = (message: Message): Reply => ({ to: 'private', message });
export const replacing = (message: Message): Reply => ({ to: 'replace', message });
export const sharing = (message: Message): Reply => ({ to: 'share', message });
