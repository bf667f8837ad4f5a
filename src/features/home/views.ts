import type { KnownBlock } from '@slack/types';
import { momentWithZone } from '../../core/time/reader.ts';
import { context, header, section } from '../../ui/blocks.ts';
import { fitted } from '../../ui/fitted.ts';
import { viewRoom } from '../../ui/room.ts';
import { mrkdwn } from '../../ui/text.ts';

/** A drawn section. */
export interface DrawnSection {
  readonly title: string;
  readonly blocks: readonly KnownBlock[];
}

export function homeBlocks(
  sections: readonly DrawnSection[],
  { now, timeZone }: { readonly now: Date; readonly timeZone: string },
): readonly KnownBlock[] {
  const foot = context(
    mrkdwn`As of ${momentWithZone(now, now, timeZone)}. It follows changes within two minutes while you have it open.`,
  );
  const shown = sections.filter(({ blocks }) => blocks.length > 0);
  if (shown.length === 0)
    return [section(mrkdwn`*Nothing waits for you.*\n\`/ops help\` lists what you can ask.`), foot];
  // In order of urgency: the least urgent sections are the ones without room.
  const parts = shown.map(({ title, blocks }) => ({ title, blocks: [header(title), ...blocks] }));
  return fitted({ parts, foot: [foot] }, viewRoom);
}

/** A Home for somebody who may see nothing yet, with the reason. */
export function closedHome(why: string, next: string | undefined): readonly KnownBlock[] {
  return [section(next ? mrkdwn`*${why}*\n${next}` : mrkdwn`*${why}*`)];
}
