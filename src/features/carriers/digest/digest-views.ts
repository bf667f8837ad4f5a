import { type DigestPart, mostLines } from '../../../core/declare/digest.ts';
import { number } from '../../../core/text/quantity.ts';
import { count } from '../../../core/text/sentence.ts';
import { momentFor, type Reader } from '../../../core/time/reader.ts';
import { button } from '../../../ui/blocks.ts';
import { limits, shorten } from '../../../ui/limits.ts';
import { mrkdwn } from '../../../ui/text.ts';
import { listAction } from '../card/actions.ts';
import type { Standing, Today } from '../card/model.ts';

/** "5 collections to come today, the first cut-off Mon 2 Mar 16:00 CET (DHL, Hamburg), 1 stays away". */
export function collectionsPart({ coming, away }: Today, reader: Reader): DigestPart {
  const [first] = coming;
  const at = first ? cutOffWords(first, reader) : null;
  const [gone] = away;
  const head =
    first && at
      ? `${count(coming.length, 'collection')} to come today, ${coming.length === 1 ? '' : 'the first '}cut-off ${at} (${whoWords(first)})`
      : 'No collection comes today';
  const stays =
    away.length === 0
      ? ''
      : first || !gone
        ? `, ${count(away.length, 'stays', 'stay')} away`
        : `: ${away.length === 1 ? `${whoWords(gone)} stays away` : `${number(away.length)} stay away`}`;
  const lines = [
    ...away.map(
      (one) => mrkdwn`${whoWords(one)} · does not come today (${shorten(one.awayToday ?? '', 60)})`,
    ),
    ...coming.map((one) => {
      const why = one.coming?.exception ? ` (${shorten(one.coming.exception.why, 60)})` : '';
      return mrkdwn`${whoWords(one)} · cut-off ${cutOffWords(one, reader) ?? 'not known'}${why}`;
    }),
  ];
  return {
    finding: shorten(`${head}${stays}`, limits.finding),
    urgency: away.length > 0 ? 'look' : 'note',
    lines: lines.slice(0, mostLines),
    total: lines.length,
    open: button(listAction, { at: null, of: null, after: null }, 'Collections'),
  };
}

/** "DHL Express, Hamburg". */
function whoWords({ carrier, service, location }: Standing): string {
  const name = service
    ? `${shorten(carrier.name, 25)} ${shorten(service.name, 25)}`
    : shorten(carrier.name, 25);
  return `${name}, ${shorten(location.name, 30)}`;
}

function cutOffWords({ coming, location }: Standing, reader: Reader): string | null {
  return coming && momentFor(coming.cutOffAt, { ...reader, timeZone: location.timeZone });
}
