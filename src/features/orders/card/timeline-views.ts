import { count } from '../../../core/text/sentence.ts';
import type { Reader } from '../../../core/time/reader.ts';
import type { Message } from '../../../core/tokens/reply.ts';
import { actions, button, context, message, section } from '../../../ui/blocks.ts';
import { fitted, paragraphs } from '../../../ui/fitted.ts';
import { shorten } from '../../../ui/limits.ts';
import { messageRoom } from '../../../ui/room.ts';
import { type Mrkdwn, mrkdwn } from '../../../ui/text.ts';
import type { OrderHistory } from '../order/model.ts';
import { showOrder } from './actions.ts';
import { type TimelineEntry, timelineOf } from './timeline.ts';
import { nameOf } from './views.ts';
import { at } from './words.ts';

/** The latest are shown: nobody reads more on a phone. */
const shownEntries = 40;

export function timelineMessage(order: OrderHistory, reader: Reader): Message {
  const all = timelineOf(order, reader);
  const shown = all.slice(-shownEntries);
  const earlier = all.length - shown.length;
  const standing = all.findLast(({ retracted }) => !retracted);
  const last = standing ? mrkdwn`, last: ${shorten(standing.what, 80)} ${at(standing.at, reader)}` : '';
  const name = nameOf(order);
  return message(mrkdwn`${name}: ${count(all.length, 'thing')} happened${last}`, [
    ...fitted(
      {
        head: [
          section(
            mrkdwn`*${count(all.length, 'thing')} happened${last}*\n*Timeline of ${name} · ${shorten(order.channel, 40)}*`,
          ),
          ...(earlier > 0
            ? [context(mrkdwn`The latest ${shown.length}; ${count(earlier, 'earlier one')} left out`)]
            : []),
        ],
        parts: paragraphs(
          'entries',
          shown.map((entry) => entryLine(entry, reader)),
        ),
        foot: [actions(button(showOrder, { id: order.id }, 'Back to the order'))],
      },
      messageRoom,
      ['part of it', 'parts of it'],
    ),
  ]);
}

function entryLine({ at: moment, what, source, retracted }: TimelineEntry, reader: Reader): Mrkdwn {
  const words = mrkdwn`${at(moment, reader)} ${shorten(what, 160)}`;
  const from = mrkdwn` · ${shorten(source, 60)}`;
  return retracted ? mrkdwn`${words}, taken back${from}` : mrkdwn`${words}${from}`;
}
