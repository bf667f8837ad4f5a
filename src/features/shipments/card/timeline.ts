import { zoneOfPlace } from '../../../core/time/country-zones.ts';
import { dayMoment } from '../../../core/time/day-moment.ts';
import type { Reader } from '../../../core/time/reader.ts';
import type { FoldedEvent } from '../fold/model.ts';
import type { ShipmentCard } from '../shipment/model.ts';
import { lossOf } from '../status/loss-rules.ts';
import { personOf } from '../telling/model.ts';
import { placeWords, reasonWords, statusWords } from './words.ts';

export interface TimelineEntry {
  readonly at: Date;
  /** On the clocks there, where the place is known, else on the reader's. */
  readonly when: string;
  readonly where: string;
  readonly what: string;
}

/** Everything that happened to it, and scans that were missing, in time order. */
export function timelineOf(
  { events, silences, people }: ShipmentCard,
  reader: Reader,
): readonly TimelineEntry[] {
  const scans = events.map((event, n): TimelineEntry => {
    const { at, place } = event;
    const zone = zoneOfPlace(place?.country ?? null, place?.region ?? null)?.zone ?? reader.timeZone;
    return {
      at,
      when: dayMoment(at, { ...reader, timeZone: zone }),
      where: placeWords(place),
      what: `${whatOf(event)}${saidBy(event, people)}${takenBackBy(event, events.slice(n), people)}`,
    };
  });
  const missing = silences.map(({ dueAt, until }): TimelineEntry => {
    const when = dayMoment(dueAt, reader);
    return {
      at: dueAt,
      when,
      where: '',
      what: `no scan when one was due, until ${dayMoment(until, reader)}`,
    };
  });
  return [...scans, ...missing].toSorted((a, b) => a.at.getTime() - b.at.getTime());
}

/** " · not so, as Lena said later": the first word of a lead after it. */
function takenBackBy(
  { standing }: FoldedEvent,
  after: readonly FoldedEvent[],
  people: ShipmentCard['people'],
): string {
  if (standing !== 'lifted') return '';
  const lift = after.find((one) => one.standing === 'lift');
  return ` · not so, as ${(lift && people.get(lift.source)) ?? 'somebody who has left'} said later`;
}

/** ", by Maya": what one of us said, and no carrier. */
function saidBy({ source }: FoldedEvent, people: ShipmentCard['people']): string {
  if (personOf(source) === null) return '';
  return `, says ${people.get(source) ?? 'somebody who has left'}`;
}

function whatOf({ status, standing, reason, reasonCode, code, text }: FoldedEvent): string {
  if (standing === 'lift') return `it goes on after all${text ? `: ${text}` : ''}`;
  const why =
    reason === null && reasonCode !== undefined
      ? `reason ${reasonCode}, which I do not know`
      : reasonWords(reason);
  const said = text ? `: ${text}` : '';
  const what =
    standing === 'unknown' && code !== null
      ? `code ${code}, which I do not know${said}`
      : lossOf({ status, reason, returnedAt: null })
        ? `${why}${said}`
        : `${standing === 'unknown' ? 'scanned' : statusWords[status]}${why === '' ? '' : ` (${why})`}${said}`;
  if (standing === 'confirmed') return `confirmed: ${what}`;
  return standing === 'after the end' ? `${what} · told after it had ended` : what;
}
