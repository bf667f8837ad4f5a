import type { Mention } from '../../../core/declare/mention.ts';
import { count, listOf } from '../../../core/text/sentence.ts';
import { dayMoment } from '../../../core/time/day-moment.ts';
import type { Reader } from '../../../core/time/reader.ts';
import { distance } from '../../../core/time/spans.ts';
import { dayIn } from '../../../core/time/time-zone.ts';
import { dayWords } from '../../../core/time/weekdays.ts';
import { button } from '../../../ui/blocks.ts';
import { shorten } from '../../../ui/limits.ts';
import { showBesideOrder } from '../card/actions.ts';
import { lossWords, reasonWords, stateWords, statusWords } from '../card/words.ts';
import { lossOf } from '../status/loss-rules.ts';
import type { Status } from '../status/model.ts';
import type { ParcelsTold, ParcelTold } from './model.ts';

/** "Parcel 00340434292135100186: in transit, late: promised Tue 3 Mar, expected Fri 6 Mar". */
export function mentionOf({ parcels, total }: ParcelsTold, reader: Reader): Mention | null {
  const [first] = parcels;
  if (!first) return null;
  const told = parcels.map((one) => `${shorten(one.tracking, 40)}: ${stands(one, reader)}`).join('; ');
  const more = total - parcels.length;
  const worst = parcels
    .map((one) => [one, alarmsOf(one, reader)] as const)
    .find(([, alarms]) => alarms.length > 0);
  return {
    ...(worst && {
      alarm: `${total === 1 ? 'Its parcel' : 'One of its parcels'} ${listOf(worst[1])}${expectedWords(worst[0], reader)}`,
    }),
    line: `${total === 1 ? 'Parcel' : 'Parcels'} ${told}${more > 0 ? `; and ${count(more, 'more parcel')}` : ''}`,
    button: button(showBesideOrder, { id: first.id }, 'Show the parcel'),
  };
}

/** "is delayed (held up by weather)", "will be late": what somebody has to look at; an order knows of its promise alone. */
function alarmsOf(parcel: ParcelTold, { now }: Reader): readonly string[] {
  const { status, reason, deliveredAt, returnedAt, atRisk, scannedAt, scanDueAt } = parcel;
  if (deliveredAt || returnedAt || status === 'cancelled') return [];
  const loss = lossOf(parcel);
  if (loss) return [`is ${lossWords[loss]}`];
  const why = reasonWords(reason);
  const trouble = troubleWords[status];
  const troubles = trouble === undefined ? [] : [`${trouble}${why === '' ? '' : ` (${why})`}`];
  if (status === 'return_to_sender') return troubles;
  const late = isLate(parcel, now) ? ['is late'] : atRisk ? ['will be late'] : [];
  const isSilent = scannedAt !== null && scanDueAt !== null && new Date(scanDueAt) <= now;
  const all = [...troubles, ...late];
  return all.length === 0 && isSilent ? [`had no scan for ${distance(new Date(scannedAt), now)}`] : all;
}

const troubleWords: Readonly<Partial<Record<Status, string>>> = {
  return_to_sender: 'is on its way back to us',
  delivery_failed: 'could not be delivered',
  on_hold: 'is on hold',
  delayed: 'is delayed',
};

function isLate({ promiseUntil, status }: ParcelTold, now: Date): boolean {
  return promiseUntil !== null && new Date(promiseUntil) <= now && status !== 'ready_for_pickup';
}

/** ", expected Fri 6 Mar"; empty: nobody says, that has passed, or it will not come. */
function expectedWords({ etaUntil, zone, status }: ParcelTold, { now }: Reader): string {
  const eta = etaUntil === null || status === 'return_to_sender' ? null : new Date(etaUntil);
  if (!eta || eta <= now) return '';
  return `, expected ${dayWords(dayIn(zone, new Date(eta.getTime() - 1)), now)}`;
}

function stands(parcel: ParcelTold, reader: Reader): string {
  const { status, deliveredAt, returnedAt, cameLate, atRisk, promiseUntil } = parcel;
  if (returnedAt) return `back with us since ${dayMoment(new Date(returnedAt), reader)}`;
  const promised = promiseUntil === null ? '' : `: promised ${promiseWords(parcel, reader)}`;
  if (deliveredAt)
    return `delivered ${dayMoment(new Date(deliveredAt), reader)}${cameLate ? `, late${promised}` : ''}`;
  if (status === 'return_to_sender' || status === 'cancelled') return statusWords[status];
  const late = isLate(parcel, reader.now) ? `, late${promised}` : atRisk ? `, will be late${promised}` : '';
  return `${stateWords(parcel)}${late}${expectedWords(parcel, reader)}`;
}

function promiseWords({ promiseOn, promiseUntil }: ParcelTold, reader: Reader): string {
  return promiseOn ? dayWords(promiseOn, reader.now) : dayMoment(new Date(promiseUntil ?? 0), reader);
}
