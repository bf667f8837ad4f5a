import type { KnownBlock } from '@slack/types';
import { type Digest, urgencies } from '../../../core/declare/digest.ts';
import { capitalized } from '../../../core/text/sentence.ts';
import { context, section } from '../../../ui/blocks.ts';
import { marks } from '../../../ui/card.ts';
import { andMore } from '../../../ui/paged-list.ts';
import { mrkdwn } from '../../../ui/text.ts';

const mostLines = 8;

/** One line for each finding, the most urgent first, with what opens it. */
export function todayBlocks(parts: Digest['parts'], failed: readonly string[]): readonly KnownBlock[] {
  const told = parts
    .filter(({ urgency }) => urgency !== 'note')
    .toSorted((a, b) => urgencies.indexOf(a.urgency) - urgencies.indexOf(b.urgency));
  const shown = told.slice(0, mostLines);
  return [
    ...shown.map(({ finding, urgency, open, section: { key } }) =>
      section(
        mrkdwn`${urgency === 'look' ? '' : `${marks.attention} `}${capitalized(finding)}`,
        open ? { ...open, action_id: `${(open.action_id ?? '').split('#')[0]}#${key}` } : undefined,
      ),
    ),
    ...andMore(told.length - shown.length),
    ...(failed.length > 0 ? [context(mrkdwn`${failed.join(' · ')}`)] : []),
  ];
}
