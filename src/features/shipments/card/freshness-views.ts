import { dayMoment } from '../../../core/time/day-moment.ts';
import type { Reader } from '../../../core/time/reader.ts';
import { shorten } from '../../../ui/limits.ts';
import { joined, type Mrkdwn, mrkdwn } from '../../../ui/text.ts';
import type { Heard, ShipmentCard } from '../shipment/model.ts';

const shownFeeds = 5;

/** "Shipments: EasyPost heard until 08:40 CET": until when was looked at. */
export function freshnessWords(heard: readonly Heard[], reader: Reader): Mrkdwn {
  if (heard.length === 0)
    return mrkdwn`No shipments have come in yet: a source brings them (\`/ops source\`)`;
  const words = heard.slice(0, shownFeeds).map(({ source, coversUntil, silentSince }) => {
    const name = shorten(source, 40);
    if (silentSince) return mrkdwn`no data from ${name} since ${dayMoment(silentSince, reader)}`;
    return coversUntil ? mrkdwn`${name} complete until ${dayMoment(coversUntil, reader)}` : mrkdwn`${name}`;
  });
  return mrkdwn`Shipments: ${joined(words, ' · ')}`;
}

/** "Last heard of Wed 4 Mar 19:00 CET · Shipments: EasyPost complete until 08:40 CET". */
export function cardFreshness({ saidAt, heard }: ShipmentCard, reader: Reader): Mrkdwn {
  const told = mrkdwn`Last heard of ${dayMoment(saidAt, reader)}`;
  return heard.length === 0 ? told : joined([told, freshnessWords(heard, reader)], ' · ');
}

/** "; no data from EasyPost since 02:10 CET": nobody who tells of shipments is heard. Empty: somebody is. */
export function silenceWords(heard: readonly Heard[], reader: Reader): string {
  const [first] = heard;
  if (!first?.silentSince || heard.some(({ silentSince }) => silentSince === null)) return '';
  const name = heard.length === 1 ? shorten(first.source, 30) : 'any source';
  return `; no data from ${name} since ${dayMoment(first.silentSince, reader)}`;
}
