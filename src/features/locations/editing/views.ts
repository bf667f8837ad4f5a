import type { Mention } from '../../../core/declare/mention.ts';
import { number } from '../../../core/text/quantity.ts';
import { count } from '../../../core/text/sentence.ts';
import type { Reader } from '../../../core/time/reader.ts';
import { dayWords } from '../../../core/time/weekdays.ts';
import type { Message } from '../../../core/tokens/reply.ts';
import { actions, button, choice, context, message, more, section } from '../../../ui/blocks.ts';
import { card } from '../../../ui/card.ts';
import { mentionBlocks, mentionText } from '../../../ui/mentions.ts';
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
  removeHoursAction,
  showAction,
} from './actions.ts';
import type { Place, PlaceLine, Places } from './model.ts';
import { kindWords, recordWords, staleWords, stateWords, weekWords } from './words-views.ts';

/** A list page shows so many; the rest by `/ops location CODE`. */
export const mostShown = 20;

/** The business and its locations with their hours. */
export function placesMessage(places: Places, mayChange: boolean, reader: Reader): Message {
  const { business, shown, total, open } = places;
  const finding =
    total === 0
      ? 'No locations yet: add the first one, then its stock can be loaded'
      : `${count(total, 'location')}, ${open === 0 ? 'none' : number(open)} open now`;
  const lines = [business, ...shown];
  const rest = total - shown.length;
  const more = rest > 0 ? `${count(rest, 'more location')}: \`/ops location CODE\` shows one. ` : '';
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
      context(mrkdwn`${more}Many at once: \`npm run import -- locations FILE\` on the server.`),
    ],
  );
}

/** One location, or the business, with what it goes by. */
export function placeCard(
  place: Place,
  mayChange: boolean,
  reader: Reader,
  mentions: readonly Mention[] = [],
): Message {
  const { location, era, later, daysOff, byHand, isOwn, timeZone } = place;
  const code = codeOf(place);
  const worked = byHand
    .filter(({ works }) => works)
    .slice(0, 5)
    .map(({ on, name }) => mrkdwn`${dayWords(on, reader.now)} ${name}`);
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
            mrkdwn`old after ${staleWords(location.staleAfterMinutes)}`,
          ]
        : []),
    ],
    body: [
      ...(off.length > 0 ? [section(mrkdwn`Next days off: ${joined(off, ' · ')}`)] : []),
      ...(worked.length > 0 ? [section(mrkdwn`Worked all the same: ${joined(worked, ' · ')}`)] : []),
      ...later.map((one) => section(mrkdwn`From ${dayWords(one.from ?? '', reader.now)}: ${weekWords(one)}`)),
      ...mentionBlocks(mentions),
    ],
    ...(off.length + mentions.length > 0 && {
      spoken: mrkdwn`${off.length > 0 ? mrkdwn`Next days off: ${joined(off, ', ')}.` : ''}${mentionText(mentions)}`,
    }),
    buttons: mayChange
      ? [
          button(hoursAction, { code }, 'Set hours', { style: 'primary' }),
          button(dayOffAction, { code }, 'A day that differs'),
          ...(location ? [button(editAction, { code }, 'Edit')] : []),
        ]
      : [],
    more: mayChange ? rare(place, reader) : undefined,
    footer: [
      isOwn
        ? 'its own hours'
        : location
          ? 'hours of the business'
          : 'office hours, until somebody sets others',
      era.region ? `public holidays of ${era.region}` : 'no public holidays',
      'approvals, promises and reminders go by them',
    ],
  });
}

function rare(place: Place, { now }: Reader) {
  const { location, byHand, later } = place;
  const code = codeOf(place);
  const planned = later.filter(({ own }) => own).flatMap(({ from }) => from ?? []);
  return more([
    choice(listAction, {}, 'All locations'),
    ...[
      ...byHand.map(({ on, name }) =>
        choice(removeDayOffAction, { code, on }, `Remove ${dayWords(on, now)} ${name}`),
      ),
      ...planned.map((from) =>
        choice(removeHoursAction, { code, from }, `Remove the hours from ${dayWords(from, now)}`),
      ),
    ].slice(0, 3),
    ...(location
      ? [
          location.active
            ? choice(closeAction, { code, active: false }, 'Take out of use')
            : choice(closeAction, { code, active: true }, 'Use again'),
        ]
      : []),
  ]);
}

function lineOf(place: PlaceLine, reader: Reader) {
  const { location, era } = place;
  const hours = location && !location.active ? '' : ` · ${weekWords(era)}`;
  const kind = location ? ` · ${kindWords[location.kind as LocationKind] ?? location.kind}` : '';
  return mrkdwn`*${nameOf(place)}*${kind}${hours} · ${stateWords(place, reader)}`;
}

export function nameOf({ location }: Pick<PlaceLine, 'location'>): string {
  if (!location) return 'The business';
  return location.name === location.code ? location.code : `${location.name} (${location.code})`;
}

function codeOf({ location }: PlaceLine): string | null {
  return location?.code ?? null;
}

/** The answer where Slack opens no form. */
export function noLocationForm(): Message {
  const text = mrkdwn`Slack opens no form here: \`/ops location\` has the same buttons.`;
  return message(text, [section(text)]);
}
