import type { Mention } from '../../../core/declare/mention.ts';
import { count, listOf } from '../../../core/text/sentence.ts';
import type { Reader } from '../../../core/time/reader.ts';
import { daysWords, dayWords } from '../../../core/time/weekdays.ts';
import type { Message } from '../../../core/tokens/reply.ts';
import { button, choice, message, more, section } from '../../../ui/blocks.ts';
import { card } from '../../../ui/card.ts';
import { shorten } from '../../../ui/limits.ts';
import { pagedList } from '../../../ui/paged-list.ts';
import { mrkdwn } from '../../../ui/text.ts';
import { weekWords } from '../collection/model.ts';
import {
  addAction,
  addCarrierAction,
  dayAction,
  editAction,
  endAction,
  exportAction,
  listAction,
  placeAction,
  removeDayAction,
  showAction,
} from './actions.ts';
import type { Collected, CollectionFilter, CollectionPage, Standing } from './model.ts';
import { takerOf, titleOf } from './names.ts';
import { exceptionWords, hasEnded, nextWords, truckWords } from './words-views.ts';

/** Two menus take room from the lines; beyond it, words narrow the list. */
const mostChoices = 25;
const longestChoice = 40;
const mostExceptions = 3;
const mostNamed = 3;
const longestName = 60;
const longestCarriers = 300;

/** A page of the collections. */
export function collectionList(page: CollectionPage, mayChange: boolean, reader: Reader): Message {
  const { filter, carriers, places } = page;
  const choices = (all: string, some: readonly { readonly code: string; readonly name: string }[]) => [
    [null, all] as const,
    ...some.slice(0, mostChoices).map(({ code, name }) => [code, shorten(name, longestChoice)] as const),
  ];
  const isCut = Math.max(carriers.length, places.length) > mostChoices;
  return pagedList<Standing, CollectionFilter>(listAction, page, {
    finding: findingOf(page, reader),
    headline: (one) => `${shortTitle(one)}: ${nextWords(one, reader)}`,
    line: (one) =>
      section(
        mrkdwn`*${shortTitle(one)}* · ${weekWords(one.collection)}\n${nextWords(one, reader)}`,
        button(showAction, { id: one.collection.id }, 'Show', { key: one.collection.id }),
      ),
    menus: {
      at: { label: 'At which location', choices: choices('All locations', places) },
      of: { label: 'Of which carrier', choices: choices('All carriers', carriers) },
    },
    file: exportAction,
    buttons: mayChange
      ? [
          ...(carriers.length > 0
            ? [button(addAction, { at: filter.at }, 'Add a collection', { style: 'primary' })]
            : []),
          button(addCarrierAction, {}, 'Add a carrier'),
        ]
      : [],
    note: mrkdwn`The next cut-off first, by the clocks of its location. ${shorten(carriersWords(page), longestCarriers)}${isCut ? mrkdwn` \`/ops carriers CODE\` narrows to any of them.` : ''}`,
    empty: emptyOf(page),
  });
}

function findingOf({ first, total, filter, carriers, places }: CollectionPage, reader: Reader): string {
  if (first) return `Next: ${shortTitle(first)}, ${nextWords(first, reader)}`;
  if (total > 0) return `${count(total, 'collection')}, none comes soon`;
  const at = places.find(({ code }) => code === filter.at)?.name ?? filter.at;
  const of = carriers.find(({ code }) => code === filter.of)?.name ?? filter.of;
  return `No collections${of ? ` of ${of}` : ''}${at ? ` at ${at}` : ''}${of || at ? '' : ' yet'}`;
}

function emptyOf({ filter, carriers }: CollectionPage) {
  if (filter.at !== null || filter.of !== null) return mrkdwn`The menus below show the others.`;
  const first =
    carriers.length === 0
      ? mrkdwn`Add a carrier, then when it collects at each location.`
      : mrkdwn`Add when each carrier collects at each location.`;
  return mrkdwn`${first} Until then the channels alone say by when an order ships. Many at once: \`npm run import -- carriers FILE\`, then \`npm run import -- collections FILE\` on the server.`;
}

/** "Carriers: DHL (Express, Paket), UPS." */
function carriersWords({ carriers }: CollectionPage): string {
  const words = carriers.map(({ name, services }) =>
    services.length > 0 ? `${name} (${services.map((one) => one.name).join(', ')})` : name,
  );
  return words.length > 0 ? `Carriers: ${words.join(', ')}.` : '';
}

/** A collection, with what it goes by. */
export function collectionCard(standing: Standing, mayChange: boolean, reader: Reader): Message {
  const { collection, location, service, closedDays, coming, today } = standing;
  const { id, validFrom, validTo, exceptions } = collection;
  const isOver = hasEnded(standing);
  const ahead = exceptions.filter(({ on }) => on >= today);
  const others = ahead.slice(0, mostExceptions).map((one) => exceptionWords(one, reader));
  const left = ahead.length - others.length;
  const differing = `Days that differ: ${others.join(' · ')}${left > 0 ? ` · and ${left} more` : ''}`;
  const spoken = [
    ...(others.length > 0 ? [differing] : []),
    ...(closedDays.length > 0 ? [closedWords(standing)] : []),
    ...(isWithin(standing) ? [] : [hoursWords(standing)]),
  ];
  return card({
    mark: !coming && !isOver ? 'attention' : null,
    finding: mrkdwn`${shortTitle(standing)}: ${nextWords(standing, reader)}`,
    facts: [
      mrkdwn`*${weekWords(collection)}*`,
      truckWords(collection),
      service ? `${shorten(service.name, longestName)} only` : 'takes every service',
      ...(validFrom !== null && validFrom > today ? [`from ${dayWords(validFrom, reader.now)}`] : []),
      ...(validTo !== null && !isOver ? [`last on ${dayWords(validTo, reader.now)}`] : []),
    ],
    body: spoken.map((line) => section(mrkdwn`${line}`)),
    spoken: spoken.join('. ') || null,
    buttons: mayChange
      ? [
          ...(isOver ? [] : [button(dayAction, { id }, 'A day that differs', { style: 'primary' })]),
          button(editAction, { id }, 'Edit'),
          ...(isOver ? [] : [button(endAction, { id }, 'End')]),
        ]
      : [],
    more: more([
      choice(listAction, { at: null, of: null, after: null }, 'All collections'),
      ...(mayChange
        ? ahead
            .slice(0, mostExceptions)
            .map(({ on, why }) =>
              choice(removeDayAction, { id, on }, `Remove ${dayWords(on, reader.now)} ${why}`),
            )
        : []),
    ]),
    footer: [
      mrkdwn`by the clocks of ${shorten(location.name, longestName)} (${location.timeZone})`,
      'not on days on which the location is closed',
    ],
  });
}

function closedWords({ closedDays, location }: Standing): string {
  const name = shorten(location.name, longestName);
  return `${name} is closed on ${daysWords(closedDays)}: it does not come then`;
}

function isWithin({ collection: { cutOff }, hours }: Standing): boolean {
  return cutOff > hours.opens && cutOff <= hours.closes;
}

function hoursWords({ hours: { opens, closes }, location }: Standing): string {
  return `${shorten(location.name, longestName)} works from ${opens} to ${closes}: nobody may be there at this cut-off`;
}

function shortTitle(standing: Standing): string {
  const { location, carrier, service } = standing;
  const short = <T extends { readonly name: string }>(one: T) => ({ name: shorten(one.name, longestName) });
  return titleOf({ location: short(location), carrier: short(carrier), service: service && short(service) });
}

/** The line on the card of a location. */
export function mentionOf(collected: readonly Collected[], location: string, today: string): Mention | null {
  const present = collected.filter(({ validTo }) => validTo === null || validTo >= today);
  if (present.length === 0) return null;
  const named = present.slice(0, mostNamed).map(({ carrier, service, ...week }) => {
    const taker = takerOf({
      carrier: { name: carrier },
      service: service === null ? null : { name: service },
    });
    const last = week.validTo === null ? '' : `, last on ${dayWords(week.validTo, new Date(today))}`;
    return `${shorten(taker, longestName)} ${weekWords(week)}${last}`;
  });
  const left = present.length - named.length;
  return {
    line: `Collected by ${named.join(', ')}${left > 0 ? `, and ${left} more` : ''}`,
    button: button(placeAction, { location }, 'Show collections'),
  };
}

/** The answer to the form of a carrier. */
export function carrierSaved({
  name,
  services,
}: {
  name: string;
  services: readonly { name: string }[];
}): Message {
  const sells = services.length > 0 ? ` with ${listOf(services.map((one) => one.name))}` : '';
  const text = mrkdwn`*${name}* is there${sells}: say when it collects`;
  return message(text, [section(text, button(addAction, { at: null }, 'Add a collection'))]);
}

/** The answer where Slack opens no form. */
export function noCarrierForm(): Message {
  const text = mrkdwn`Slack opens no form here: \`/ops carriers\` has the same buttons.`;
  return message(text, [section(text)]);
}
