import { dayMoment } from '../../../core/time/day-moment.ts';
import type { Reader } from '../../../core/time/reader.ts';
import type { Message } from '../../../core/tokens/reply.ts';
import { actions, button, context, message, section } from '../../../ui/blocks.ts';
import { quoted, shorten } from '../../../ui/limits.ts';
import { mrkdwn } from '../../../ui/text.ts';
import { showOrder } from '../../orders/index.ts';
import type { ShipmentHit, ShipmentSearch } from '../shipment/model.ts';
import { showShipment } from './actions.ts';
import { freshnessWords } from './freshness-views.ts';
import { stateWords } from './words.ts';

const shownNumbers = 5;

/** Several shipments that a text may mean, to pick from; or none, with what was searched. */
export function searchMessage(search: ShipmentSearch, reader: Reader): Message {
  const { found, more, by } = search;
  if (found.length === 0)
    return search.order ? untoldMessage(search, reader) : nothingMessage(search, reader);
  const number = `${more ? `More than ${found.length}` : found.length} shipments`;
  const finding = findingOf(search, number);
  return message(mrkdwn`${finding}: ${found.map((one) => hitWords(one, reader)).join('; ')}`, [
    section(mrkdwn`*${finding}*. ${by === 'slip' ? 'Did you mean one of these?' : 'Which one?'}`),
    ...found.map((one) =>
      section(
        mrkdwn`${hitWords(one, reader)}`,
        button(showShipment, { id: one.id }, 'Show', { key: one.id }),
      ),
    ),
    ...(more ? [context(by === 'part' ? mrkdwn`Type more of its number.` : mrkdwn`The latest ones.`)] : []),
  ]);
}

function findingOf({ asked, order, by }: ShipmentSearch, number: string): string {
  switch (by) {
    case 'order':
      return order
        ? `${number} bring order ${shorten(order.number, 40)}`
        : `${number} are said to bring order "${quoted(asked)}", which nobody knows yet`;
    case 'part':
      return `${number} have a number that begins or ends with "${quoted(asked)}"`;
    case 'slip':
      return nothingHas(asked);
    default:
      return `${number} have the number "${quoted(asked)}"`;
  }
}

function nothingHas(asked: string): string {
  return `No shipment or order has the number "${quoted(asked)}"`;
}

function nothingMessage({ asked, heard }: ShipmentSearch, reader: Reader): Message {
  const finding = nothingHas(asked);
  const searched = mrkdwn`Searched: tracking numbers, and numbers of orders; six characters of either end of a tracking number are enough. ${freshnessWords(heard, reader)}`;
  return message(mrkdwn`${finding}. ${searched}`, [section(mrkdwn`*${finding}*`), context(searched)]);
}

/** The order is known, and no carrier has told of its parcels. */
function untoldMessage({ order, heard }: ShipmentSearch, reader: Reader): Message {
  const { id = '', number = '', tracking = [] } = order ?? {};
  const finding =
    tracking.length === 0
      ? `Order ${shorten(number, 40)} has no tracking number yet`
      : `No carrier has told of order ${shorten(number, 40)} yet`;
  const more = tracking.length > shownNumbers ? ` and ${tracking.length - shownNumbers} more` : '';
  const numbers = tracking
    .slice(0, shownNumbers)
    .map((one) => shorten(one, 40))
    .join(', ');
  const known = tracking.length > 0 ? mrkdwn`Tracking: ${numbers}${more}. ` : mrkdwn``;
  const words = mrkdwn`${known}${freshnessWords(heard, reader)}`;
  return message(mrkdwn`${finding}. ${words}`, [
    section(mrkdwn`*${finding}*`),
    actions(button(showOrder, { id }, `Show order ${shorten(number, 40)}`)),
    context(words),
  ]);
}

/** "00340434292135100186 (DHL): in transit, told Mon 2 Mar 14:05 CET". */
function hitWords(hit: ShipmentHit, reader: Reader): string {
  const { tracking, carrierSaid, saidAt } = hit;
  const carrier = carrierSaid ? ` (${shorten(carrierSaid, 40)})` : '';
  return `${shorten(tracking, 60)}${carrier}: ${stateWords(hit)}, told ${dayMoment(saidAt, reader)}`;
}
