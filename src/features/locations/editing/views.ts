import { count } from '../../../core/text/sentence.ts';
import type { Reader } from '../../../core/time/reader.ts';
import type { Message } from '../../../core/tokens/reply.ts';
import { actions, button, choice, context, message, more, section } from '../../../ui/blocks.ts';
import { card } from '../../../ui/card.ts';
import { joined, mrkdwn } from '../../../ui/text.ts';
import type { LocationKind, StockRecord } from '../location/model.ts';
import {
  addAction,
  closeAction,
  dayOffAction,
  editAction,
  hoursAction,
  listAction,
  removeDayOffAction,
  showAction,
} from './actions.ts';
import type { Place } from './model.ts';
import { dayWords, kindWords, recordWords, stateWords, weekWords } from './words-views.ts';

/** A list page shows so many; the rest by `/ops location CODE`. */
const mostShown = 20;

/** The business and its locations with their hours. */
export function placesMessage(places: readonly Place[], mayChange: boolean, reader: Reader): Message {
  const [own, ...locations] = places;
  const finding =
    locations.length === 0
      ? 'No locations yet: add the first one, then its stock can be loaded'
      : `${count(locations.length, 'location')}, ${openNow(locations)} open now`;
  const shown = locations.slice(0, mostShown);
  const rest = locations.length - shown.length;
  const lines = [...(own ? [own] : []), ...shown];
  return message(
    mrkdwn`${finding}\n${joined(
      lines.map((one) => lineOf(one, reader)),
      '\n',
    )}`,
    [
      section(mrkdwn`*${finding}*`),
      ...lines.map((one, key) =>
        section(lineOf(one, reader), button(showAction, { code: codeOf(one) }, 'Show', { key })),
      ),
      ...(mayChange ? [actions(button(addAction, {}, 'Add a location', { style: 'primary' }))] : []),
      context(
        mrkdwn`${rest > 0 ? `${count(rest, 'more location')}: \`/ops location CODE\` shows one. ` : ''}Many at once: \`npm run import -- locations FILE\` on the server.`,
      ),
    ],
  );
}

/** One location, or the business, with what it goes by. */
export function placeCard(place: Place, mayChange: boolean, reader: Reader): Message {
  const { location, era, later, daysOff, own, timeZone } = place;
  const code = codeOf(place);
  const off = daysOff.map(({ day, name }) => mrkdwn`${dayWords(day, reader.now)} ${name}`);
  return card({
    finding: mrkdwn`${nameOf(place)}: ${stateWords(place, reader)}`,
    facts: [
      mrkdwn`*${weekWords(era)}*`,
      timeZone,
      ...(location
        ? [
            kindWords[location.kind as LocationKind] ?? location.kind,
            recordWords[location.record as StockRecord] ?? location.record,
            mrkdwn`old after ${count(Math.round(location.staleAfterMinutes / 60), 'hour')}`,
          ]
        : []),
    ],
    body: [
      ...(off.length > 0 ? [section(mrkdwn`Next days off: ${joined(off, ' · ')}`)] : []),
      ...later.map((one) => section(mrkdwn`From ${dayWords(one.from ?? '', reader.now)}: ${weekWords(one)}`)),
    ],
    ...(off.length > 0 && { spoken: mrkdwn`Next days off: ${joined(off, ', ')}` }),
    buttons: mayChange
      ? [
          button(hoursAction, { code }, 'Set hours', { style: 'primary' }),
          button(dayOffAction, { code }, 'Add a day off'),
          ...(location ? [button(editAction, { code }, 'Edit')] : []),
        ]
      : [],
    more: mayChange ? rare(place, reader) : undefined,
    footer: [
      own
        ? mrkdwn`its own hours${own.region ? ` · public holidays of ${own.region}` : ' · no public holidays'}`
        : mrkdwn`${location ? 'hours of the business' : 'office hours, until somebody sets others'}`,
      'approvals, promises and reminders go by them',
    ],
  });
}

function rare(place: Place, { now }: Reader) {
  const { location, byHand } = place;
  const code = codeOf(place);
  return more([
    choice(listAction, {}, 'All locations'),
    ...byHand
      .slice(0, 3)
      .map(({ on, name }) => choice(removeDayOffAction, { code, on }, `Remove ${dayWords(on, now)} ${name}`)),
    ...(location
      ? [
          location.active
            ? choice(closeAction, { code, active: false }, 'Take out of use')
            : choice(closeAction, { code, active: true }, 'Use again'),
        ]
      : []),
  ]);
}

function lineOf(place: Place, reader: Reader) {
  const { location, era } = place;
  const hours = location && !location.active ? '' : ` · ${weekWords(era)}`;
  const kind = location ? ` · ${kindWords[location.kind as LocationKind] ?? location.kind}` : '';
  return mrkdwn`*${nameOf(place)}*${kind}${hours} · ${stateWords(place, reader)}`;
}

function nameOf({ location }: Place): string {
  if (!location) return 'The business';
  return location.name === location.code ? location.code : `${location.name} (${location.code})`;
}

function codeOf({ location }: Place): string | null {
  return location?.code ?? null;
}

function openNow(places: readonly Place[]): string {
  const open = places.filter(({ openUntil, location }) => openUntil && location?.active).length;
  return open === 0 ? 'none' : String(open);
}

/** The answer where Slack opens no form. */
export function noLocationForm(): Message {
  const text = mrkdwn`Slack opens no form here: \`/ops location\` has the same buttons.`;
  return message(text, [section(text)]);
}
