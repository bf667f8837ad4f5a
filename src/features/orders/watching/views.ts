import type { Mention } from '../../../core/declare/mention.ts';
import type { Reader } from '../../../core/time/reader.ts';
import { isPerson } from '../../../core/tokens/place.ts';
import type { Message } from '../../../core/tokens/reply.ts';
import { button, message, section } from '../../../ui/blocks.ts';
import { channelMention, mrkdwn } from '../../../ui/text.ts';
import { stopWatch } from '../card/actions.ts';
import { findingOf } from '../card/finding.ts';
import { nameOf, watchedCard } from '../card/views.ts';
import { at, stageWords } from '../card/words.ts';
import type { OrderCard, OrderHeader } from '../order/model.ts';
import { stateOf, type WatchedOrder, watchState } from './rules.ts';

/** The living card: edited whenever the order changes. */
export function watchMessage(
  { order, watcher, endedAt }: WatchedOrder,
  place: string,
  reader: Reader,
  mentions: readonly Mention[] = [],
): Message {
  const lasting = { ...reader, lasting: true } as const;
  if (endedAt) {
    const note = mrkdwn`No longer watched since ${at(endedAt, lasting)}: this card stays as it is.`;
    return watchedCard(order, lasting, note, mentions);
  }
  const note = mrkdwn`Watched for ${watcher}. Kept up to date; when it leaves, comes or is held, a message below says so.`;
  return watchedCard(order, lasting, note, mentions, [
    button(stopWatch, { id: order.id, place }, 'Stop watching'),
  ]);
}

/** "Order 1042 is delivered". */
export function crossed(
  order: OrderCard,
  told: { readonly before: string; readonly after: string },
  reader: Reader,
): Message {
  const what = `${nameOf(order)} ${crossingWords(told)}`;
  const isSo = watchState(order) === told.after;
  const since = isSo ? mrkdwn`` : mrkdwn`\nSince then: ${findingOf(order, reader).text}.`;
  return message(mrkdwn`${what}. ${findingOf(order, reader).text}`, [
    section(mrkdwn`*${what}*${isSo ? mrkdwn`\n${findingOf(order, reader).text}` : since}`),
  ]);
}

function crossingWords({ before, after }: { readonly before: string; readonly after: string }): string {
  const state = stateOf(after);
  if (state === 'on hold') return 'is on hold';
  const words = state ? stageWords[state] : after;
  return before === 'on hold' ? `is off hold: ${words}` : `is ${words}`;
}

export function watching(
  order: Pick<OrderHeader, 'kind' | 'number'>,
  place: string,
  begun: boolean,
): Message {
  const where = isPerson(place) ? mrkdwn`your direct messages with me` : channelMention(place);
  const text = begun
    ? mrkdwn`Watching ${nameOf(order).toLowerCase()}: its card goes to ${where}.`
    : mrkdwn`${nameOf(order)} is already watched in ${where}.`;
  return message(text, [section(text)]);
}

export function stopped(ended: boolean): Message {
  const text = ended ? mrkdwn`Stopped watching.` : mrkdwn`It was not being watched.`;
  return message(text, [section(text)]);
}
