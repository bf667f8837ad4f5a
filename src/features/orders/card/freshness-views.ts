import { count } from '../../../core/text/sentence.ts';
import type { Reader } from '../../../core/time/reader.ts';
import { shorten } from '../../../ui/limits.ts';
import { joined, type Mrkdwn, mrkdwn } from '../../../ui/text.ts';
import type { Heard } from '../order/model.ts';
import { at } from './words.ts';

const shownFeeds = 5;

/** "Orders of shopify complete until 08:40 CET": until when was looked at. */
export function freshnessWords(heard: readonly Heard[], reader: Reader): Mrkdwn {
  if (heard.length === 0) return mrkdwn`No orders have come in yet: an import or a source brings them`;
  const words = heard.slice(0, shownFeeds).map(({ source, coversUntil, silentSince }) => {
    const name = shorten(source, 40);
    if (silentSince) return mrkdwn`no data from ${name} since ${at(silentSince, reader)}`;
    return coversUntil ? mrkdwn`${name} complete until ${at(coversUntil, reader)}` : mrkdwn`${name}`;
  });
  const left = heard.length - words.length;
  return mrkdwn`Orders: ${joined(words, ' · ')}${left > 0 ? ` and ${count(left, 'more source')}` : ''}`;
}
