import { didYouMean } from '../../../core/text/names.ts';
import { number } from '../../../core/text/quantity.ts';
import { count } from '../../../core/text/sentence.ts';
import type { Reader } from '../../../core/time/reader.ts';
import type { Message } from '../../../core/tokens/reply.ts';
import { button, context, message, section } from '../../../ui/blocks.ts';
import { marks } from '../../../ui/card.ts';
import { quoted, shorten } from '../../../ui/limits.ts';
import { mrkdwn } from '../../../ui/text.ts';
import type { AskedShipment } from '../shipment/model.ts';
import { chooseShipment, longestChosen, showShipment } from './actions.ts';
import { findingOf } from './finding.ts';
import { showLabel } from './words.ts';

const shownNear = 3;

interface Several {
  readonly asked: readonly AskedShipment[];
  /** Asked for besides, and not looked up. */
  readonly left: number;
}

/** Several parcels that were asked for by their numbers: the finding of each, in the order in which they were asked for. */
export function severalMessage({ asked, left }: Several, reader: Reader): Message {
  const shipments = asked.flatMap(({ shipment }) => shipment ?? []);
  const worrying = shipments.filter((one) => findingOf(one, reader).mark === 'attention').length;
  const missing = asked.filter(({ fits }) => fits === 0).length;
  const finding = [
    count(shipments.length, 'parcel'),
    worrying > 0 ? `${number(worrying)} to look at` : 'none to look at',
    ...(missing > 0 ? [`${number(missing)} not found`] : []),
  ].join(', ');
  const spoken = asked.map((one) => lineWords(one, reader)).join('; ');
  return message(mrkdwn`${finding}: ${spoken}`, [
    section(mrkdwn`*${finding}*`),
    ...asked.map((one, n) => line(one, n, reader)),
    ...(left > 0
      ? [context(mrkdwn`and ${count(left, 'more number')}: ask for them apart, ten at a time.`)]
      : []),
  ]);
}

function line(asked: AskedShipment, n: number, reader: Reader) {
  const { shipment } = asked;
  if (!shipment)
    return section(
      mrkdwn`${lineWords(asked, reader)}`,
      asked.fits + asked.near.length > 0 && asked.asked.length <= longestChosen
        ? button(chooseShipment, { text: asked.asked }, 'Choose', { key: n })
        : undefined,
    );
  const { mark, text } = findingOf(shipment, reader);
  const sign = mark ? `${marks[mark]} ` : '';
  const [order] = shipment.orders;
  const facts = [
    ...(shipment.carrier ? [shorten(shipment.carrier, 40)] : []),
    ...(order ? [`order ${shorten(order.number, 40)}`] : []),
  ].join(' · ');
  return section(
    mrkdwn`*${shorten(shipment.tracking, 60)}* · ${sign}${shorten(text, 150)}${facts === '' ? '' : `\n${facts}`}`,
    button(showShipment, { id: shipment.id }, showLabel(shipment), { key: n }),
  );
}

/** "00340434292135100186: In transit; last scan Hanover 14 h ago". */
function lineWords({ asked, shipment, fits, near }: AskedShipment, reader: Reader): string {
  if (shipment) return `${shorten(shipment.tracking, 60)}: ${findingOf(shipment, reader).text}`;
  const typed = quoted(shorten(asked, 60));
  if (fits > 0) return `Several parcels fit "${typed}"`;
  const meant = near.slice(0, shownNear).map((one) => shorten(one, 40));
  return `No parcel is "${typed}"${meant.length > 0 ? `. ${didYouMean(meant)}` : ''}`;
}
