import { count } from '../../../core/text/sentence.ts';
import type { Reader } from '../../../core/time/reader.ts';
import type { Message } from '../../../core/tokens/reply.ts';
import { actions, button, context, message, section } from '../../../ui/blocks.ts';
import { fitted, paragraphs } from '../../../ui/fitted.ts';
import { shorten } from '../../../ui/limits.ts';
import { messageRoom } from '../../../ui/room.ts';
import { mrkdwn } from '../../../ui/text.ts';
import type { ShipmentCard } from '../shipment/model.ts';
import { showShipment } from './actions.ts';
import { findingOf } from './finding.ts';
import { timelineOf } from './timeline.ts';
import { nameOf } from './views.ts';

/** The latest are shown: nobody reads more on a phone. */
const shownEntries = 40;

export function timelineMessage(shipment: ShipmentCard, reader: Reader): Message {
  const all = timelineOf(shipment, reader);
  const shown = all.slice(-shownEntries);
  const earlier = all.length - shown.length;
  const { text } = findingOf(shipment, reader);
  return message(mrkdwn`${text}. ${nameOf(shipment)}: ${count(all.length, 'thing')} happened`, [
    ...fitted(
      {
        head: [
          section(mrkdwn`*${text}*\n*Timeline of ${nameOf(shipment)}*`),
          ...(earlier > 0
            ? [context(mrkdwn`The latest ${shown.length}; ${count(earlier, 'earlier one')} left out`)]
            : []),
        ],
        parts: paragraphs(
          'entries',
          shown.map(({ when, where, what }) => {
            const there = where === '' ? '' : ` ${shorten(where, 60)}:`;
            return mrkdwn`${when}${there} ${shorten(what, 160)}`;
          }),
        ),
        foot: [actions(button(showShipment, { id: shipment.id }, 'Back to the shipment'))],
      },
      messageRoom,
      ['part of it', 'parts of it'],
    ),
  ]);
}
