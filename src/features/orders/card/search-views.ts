import { listOf } from '../../../core/text/sentence.ts';
import type { Reader } from '../../../core/time/reader.ts';
import type { Message } from '../../../core/tokens/reply.ts';
import { button, context, message, section } from '../../../ui/blocks.ts';
import { quoted, shorten } from '../../../ui/limits.ts';
import { mrkdwn } from '../../../ui/text.ts';
import type { Heard, OrderHit, OrderSearch } from '../order/model.ts';
import { showOrder } from './actions.ts';
import { freshnessWords } from './freshness-views.ts';
import { at, stageWords } from './words.ts';

/** Several orders that a text may mean, to pick from; or nothing, with what was searched and what is near. */
export function searchMessage({ asked, found, more, near, heard }: OrderSearch, reader: Reader): Message {
  if (found.length === 0) return nothingMessage(asked, near, heard, reader);
  const how = listOf([...new Set(found.map(({ by }) => by))], 'or');
  const finding = `${more ? `More than ${found.length}` : found.length} orders fit "${quoted(asked)}" by ${how}`;
  return message(mrkdwn`${finding}: ${found.map((one) => hitWords(one, reader)).join('; ')}`, [
    section(mrkdwn`*${finding}*. Which one?`),
    ...found.map((one) => pick(one, reader)),
    ...(more ? [context(mrkdwn`The latest ones; more of the number finds fewer.`)] : []),
  ]);
}

function nothingMessage(
  asked: string,
  near: readonly OrderHit[],
  heard: readonly Heard[],
  reader: Reader,
): Message {
  const finding = `No order, parcel or customer's reference is "${quoted(asked)}"`;
  const until = freshnessWords(heard, reader);
  const searched = mrkdwn`Searched: order numbers, tracking numbers and customers' references. ${until}`;
  const nearest =
    near.length > 0 ? `. Nearest: ${near.map(({ number }) => shorten(number, 60)).join(', ')}` : '';
  return message(mrkdwn`${finding}${nearest}. ${searched}`, [
    section(mrkdwn`*${finding}*${near.length > 0 ? '. The nearest are:' : ''}`),
    ...near.map((one) => pick(one, reader)),
    context(searched),
  ]);
}

function pick(hit: OrderHit, reader: Reader) {
  const words = hitWords(hit, reader);
  return section(
    mrkdwn`${words}`,
    button(showOrder, { id: hit.id }, `Show ${shorten(hit.number, 40)}`, { key: hit.id }),
  );
}

/** "1042 (shopify): packed, placed Mon 2 Mar 14:05 CET". */
function hitWords({ number, channel, kind, stage, placedAt }: OrderHit, reader: Reader): string {
  const state = kind === 'credit' ? 'a credit' : stageWords[stage];
  return `${shorten(number, 60)} (${shorten(channel, 40)}): ${state}, placed ${at(placedAt, reader)}`;
}
