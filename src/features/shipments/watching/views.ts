import type { Mention } from '../../../core/declare/mention.ts';
import { dayMoment as at } from '../../../core/time/day-moment.ts';
import type { Reader } from '../../../core/time/reader.ts';
import { isPerson } from '../../../core/tokens/place.ts';
import type { Message } from '../../../core/tokens/reply.ts';
import { button, message, section } from '../../../ui/blocks.ts';
import { shorten } from '../../../ui/limits.ts';
import { channelMention, mrkdwn } from '../../../ui/text.ts';
import { stopWatch } from '../card/actions.ts';
import { findingOf } from '../card/finding.ts';
import { nameOf, watchedCard } from '../card/views.ts';
import { liftWords, lossWords, statusWords } from '../card/words.ts';
import type { ShipmentCard } from '../shipment/model.ts';
import { isDoubted, lossIn, statusOf, takenBack, type WatchedShipment, watchState } from './rules.ts';

/** The living card: edited whenever the shipment changes. */
export function watchMessage(
  { shipment, watcher, endedAt }: WatchedShipment,
  place: string,
  reader: Reader,
  mentions: readonly Mention[] = [],
): Message {
  const lasting = { ...reader, lasting: true } as const;
  if (endedAt) {
    const note = mrkdwn`No longer watched since ${at(endedAt, lasting)}: this card stays as it is.`;
    return watchedCard(shipment, lasting, note, mentions);
  }
  const note = mrkdwn`Watched for ${watcher}. Kept up to date; when it comes, turns back or is held up, a message below says so.`;
  return watchedCard(shipment, lasting, note, mentions, [
    button(stopWatch, { id: shipment.id, place }, 'Stop watching'),
  ]);
}

/** "Shipment 00340434292135100186 is delivered". */
export function crossed(
  shipment: ShipmentCard,
  told: { readonly before: string; readonly after: string },
  reader: Reader,
): Message {
  const what = `${nameOf(shipment)}: ${crossingWords(told)}`;
  const { text } = findingOf(shipment, { ...reader, lasting: true });
  const isSo = watchState(shipment) === told.after;
  return message(mrkdwn`${what}. ${text}`, [
    section(mrkdwn`*${what}*\n${isSo ? text : `Since then: ${text}`}`),
  ]);
}

function crossingWords({ before, after }: { readonly before: string; readonly after: string }): string {
  if (isDoubted(after)) return 'scanned after one of us had ended it';
  const loss = lossIn(after);
  if (loss) return lossWords[loss];
  const end = takenBack(before, after);
  const status = statusOf(after);
  const now = status ? statusWords[status] : 'back with us';
  if (end) return `${liftWords(end).toLowerCase()}, ${now}`;
  return isDoubted(before) ? `${now} after all` : now;
}

export function watching(shipment: Pick<ShipmentCard, 'tracking'>, place: string, begun: boolean): Message {
  const where = isPerson(place) ? mrkdwn`your direct messages with me` : channelMention(place);
  const text = begun
    ? mrkdwn`Watching shipment ${shorten(shipment.tracking, 60)}: its card goes to ${where}.`
    : mrkdwn`${nameOf(shipment)} is already watched in ${where}.`;
  return message(text, [section(text)]);
}

export function stopped(ended: boolean): Message {
  const text = ended ? mrkdwn`Stopped watching.` : mrkdwn`It was not being watched.`;
  return message(text, [section(text)]);
}
