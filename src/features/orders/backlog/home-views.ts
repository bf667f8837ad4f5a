import type { KnownBlock } from '@slack/types';
import type { Reader } from '../../../core/time/reader.ts';
import { mrkdwn } from '../../../ui/text.ts';
import { headlineOf } from './cells.ts';
import type { Backlog, Needs } from './model.ts';
import { needsWords } from './needs-views.ts';
import { headlineCard } from './views.ts';

/**
 * What is to ship, and how much of orders waits for the reader: each of that stands in a part of its own. None: there is
 * nothing to ship.
 */
export function backlogAtHome(backlog: Backlog, needs: Needs, reader: Reader): readonly KnownBlock[] {
  const { toShip, held } = headlineOf(backlog.cells);
  if (toShip.count === 0 && held.count === 0) return [];
  // Home counts all approvals and issues of the reader beside this.
  const words = needsWords(needs, ' about orders');
  return headlineCard(backlog, reader, { facts: words ? [mrkdwn`*For you: ${words}*`] : [] }).blocks;
}
