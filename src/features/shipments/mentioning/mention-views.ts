import type { Mention } from '../../../core/declare/mention.ts';
import { count } from '../../../core/text/sentence.ts';
import { dayMoment } from '../../../core/time/day-moment.ts';
import type { Reader } from '../../../core/time/reader.ts';
import { dayIn } from '../../../core/time/time-zone.ts';
import { dayWords } from '../../../core/time/weekdays.ts';
import { button } from '../../../ui/blocks.ts';
import { shorten } from '../../../ui/limits.ts';
import { showBesideOrder } from '../card/actions.ts';
import { statusWords } from '../card/words.ts';
import type { ParcelsTold, ParcelTold } from './model.ts';

/** "Parcel 00340434292135100186: in transit, late: promised Tue 3 Mar, expected Fri 6 Mar". */
export function mentionOf({ parcels, total }: ParcelsTold, reader: Reader): Mention | null {
  const [first] = parcels;
  if (!first) return null;
  const told = parcels.map((one) => `${shorten(one.tracking, 40)}: ${stands(one, reader)}`).join('; ');
  const more = total - parcels.length;
  return {
    line: `${total === 1 ? 'Parcel' : 'Parcels'} ${told}${more > 0 ? `; and ${count(more, 'more parcel')}` : ''}`,
    button: button(showBesideOrder, { id: first.id }, 'Show the parcel'),
  };
}

function stands(parcel: ParcelTold, reader: Reader): string {
  const { status, deliveredAt, returnedAt, cameLate, atRisk, promiseUntil, etaUntil, zone } = parcel;
  if (returnedAt) return `back with us since ${dayMoment(new Date(returnedAt), reader)}`;
  const promised = promiseUntil === null ? '' : `: promised ${promiseWords(parcel, reader)}`;
  if (deliveredAt)
    return `delivered ${dayMoment(new Date(deliveredAt), reader)}${cameLate ? `, late${promised}` : ''}`;
  if (status === 'return_to_sender' || status === 'cancelled') return statusWords[status];
  const isLate =
    promiseUntil !== null && new Date(promiseUntil) <= reader.now && status !== 'ready_for_pickup';
  const late = isLate ? `, late${promised}` : atRisk ? `, will be late${promised}` : '';
  const eta = etaUntil === null ? null : new Date(etaUntil);
  const expected =
    eta && eta > reader.now
      ? `, expected ${dayWords(dayIn(zone, new Date(eta.getTime() - 1)), reader.now)}`
      : '';
  return `${statusWords[status]}${late}${expected}`;
}

function promiseWords({ promiseOn, promiseUntil }: ParcelTold, reader: Reader): string {
  return promiseOn ? dayWords(promiseOn, reader.now) : dayMoment(new Date(promiseUntil ?? 0), reader);
}
