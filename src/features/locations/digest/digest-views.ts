import { type DigestPart, mostLines } from '../../../core/declare/digest.ts';
import type { Samples } from '../../../core/declare/sample.ts';
import { number } from '../../../core/text/quantity.ts';
import { count, listOf } from '../../../core/text/sentence.ts';
import type { Reader } from '../../../core/time/reader.ts';
import { dayWords } from '../../../core/time/weekdays.ts';
import { button } from '../../../ui/blocks.ts';
import { limits, shorten } from '../../../ui/limits.ts';
import { mrkdwn } from '../../../ui/text.ts';
import { listAction } from '../editing/actions.ts';
import type { Closures } from '../editing/model.ts';

const namesShown = 3;

/** "Hamburg closed Fri 3 Apr (Karfreitag)", "2 closed days in the next week, the first Fri 3 Apr: Hamburg". */
export function closuresPart({ days, of }: Closures, { now }: Reader): DigestPart {
  const [first] = days;
  const when = first ? dayWords(first.day, now) : '';
  const who = first ? placesWords(first.places, of) : '';
  return {
    finding: shorten(
      days.length === 1
        ? `${who} closed ${when} (${shorten(first?.name ?? '', 40)})`
        : `${count(days.length, 'closed day')} in the next week, the first ${when}: ${who}`,
      limits.finding,
    ),
    urgency: 'note',
    lines: days
      .slice(0, mostLines)
      .map(
        ({ day, name, places }) =>
          mrkdwn`${dayWords(day, now)} · ${shorten(name, 40)} · ${placesWords(places, of)}`,
      ),
    total: days.length,
    open: button(listAction, {}, 'Locations'),
  };
}

/** "Hamburg and Rotterdam", "all 4 locations", "Hamburg, Rotterdam, Bremen and 9 more". */
function placesWords(places: readonly string[], of: number): string {
  if (places.length === of && of > 1) return `all ${number(of)} locations`;
  const names = places.slice(0, namesShown).map((one) => shorten(one, 30));
  const left = places.length - names.length;
  return left > 0 ? `${names.join(', ')} and ${number(left)} more` : listOf(names);
}

const reader: Reader = { now: new Date('2026-03-30T04:15:00Z'), timeZone: 'Europe/Berlin', lasting: true };
const friday = { day: '2026-04-03', name: 'Karfreitag', places: ['Hamburg'] };
const hostile = `<!channel> *free* ${'<&>'.repeat(30)}`;

export const digestSamples: Samples = {
  'a closed day, for a digest': () => closuresPart({ of: 2, days: [friday] }, reader),
  'closed days of all locations, for a digest': () =>
    closuresPart(
      {
        of: 2,
        days: [
          { ...friday, places: ['Hamburg', 'Rotterdam'] },
          { ...friday, day: '2026-04-06', name: 'Ostermontag' },
        ],
      },
      reader,
    ),
  'closed days of hostile names, for a digest': () =>
    closuresPart(
      {
        of: 200,
        days: Array.from({ length: 40 }, () => ({
          ...friday,
          name: hostile,
          places: Array.from({ length: 120 }, () => hostile),
        })),
      },
      reader,
    ),
};
