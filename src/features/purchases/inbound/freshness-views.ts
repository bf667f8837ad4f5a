import { dayMoment } from '../../../core/time/day-moment.ts';
import type { Reader } from '../../../core/time/reader.ts';
import { shorten } from '../../../ui/limits.ts';
import { joined, type Mrkdwn, mrkdwn } from '../../../ui/text.ts';
import type { Heard } from './model.ts';

const shownFeeds = 5;

/** "Purchase orders: erp complete until 08:40 CET": until when was looked at. */
export function freshnessWords(heard: readonly Heard[], reader: Reader): Mrkdwn {
  if (heard.length === 0)
    return mrkdwn`No purchase orders have come in yet: \`npm run import -- purchases FILE\` on the server loads them`;
  const words = heard.slice(0, shownFeeds).map(({ source, coversUntil, silentSince }) => {
    const name = shorten(source, 40);
    if (silentSince) return mrkdwn`no data from ${name} since ${dayMoment(silentSince, reader)}`;
    return coversUntil ? mrkdwn`${name} complete until ${dayMoment(coversUntil, reader)}` : mrkdwn`${name}`;
  });
  return mrkdwn`Purchase orders: ${joined(words, ' · ')}`;
}
