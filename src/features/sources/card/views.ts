import { number } from '../../../core/text/quantity.ts';
import { count } from '../../../core/text/sentence.ts';
import { momentFor, type Reader } from '../../../core/time/reader.ts';
import type { Message } from '../../../core/tokens/reply.ts';
import { actions, button, choice, context, message, more, section } from '../../../ui/blocks.ts';
import { card, marks } from '../../../ui/card.ts';
import { shorten } from '../../../ui/limits.ts';
import { andMore } from '../../../ui/paged-list.ts';
import { code, joined, type Mrkdwn, mrkdwn } from '../../../ui/text.ts';
import { isHeard, kindNames, namesLocations, pathPrefix, type Source } from '../source/model.ts';
import { howToListen, nobodyListens } from '../source/refusals.ts';
import {
  addAction,
  deliveriesAction,
  editAction,
  listAction,
  pauseAction,
  placeAction,
  refusalsAction,
  removeAction,
  secretAction,
  showAction,
  testAction,
} from './actions.ts';
import type { NamedPlace, SourceCard, SourceList, StandingSource } from './model.ts';
import {
  countsWords,
  endedSecretWords,
  markOf,
  refusedWords,
  stateWords,
  waitingWords,
} from './words-views.ts';

const mostShown = 10;
const longestName = 60;
const mostPlaces = 5;

/** All sources, those first that somebody has to look after. */
export function sourceList(
  { sources, strangers, isHeard }: SourceList,
  mayChange: boolean,
  reader: Reader,
): Message {
  const late = sources.filter((one) => markOf(one) !== null).length;
  const finding =
    sources.length === 0
      ? 'No system outside tells us anything by itself yet'
      : `${count(sources.length, 'source')}, ${late === 0 ? 'nothing waits' : `${number(late)} to look after`}`;
  const shown = sources.toSorted((a, b) => Number(markOf(a) === null) - Number(markOf(b) === null));
  const lines = shown.slice(0, mostShown);
  const buttons = [
    ...(mayChange && isHeard ? [button(addAction, {}, 'Add a source', { style: 'primary' as const })] : []),
    ...(sources.length > 0
      ? [button(deliveriesAction, { source: null, show: 'waiting', after: null }, 'Deliveries')]
      : []),
    button(refusalsAction, { since: 'day', after: null }, 'Refused'),
  ];
  return message(
    mrkdwn`${finding}${joined(
      lines.map((one) => mrkdwn`\n${lineOf(one, reader)}`),
      '',
    )}`,
    [
      section(mrkdwn`*${finding}*`),
      ...(isHeard ? [] : [section(mrkdwn`${marks.attention} ${nobodyListens} ${howToListen}`)]),
      ...(sources.length === 0
        ? [
            section(
              mrkdwn`A shop, or any system that sends signed JSON, tells us of products, stock and orders as they happen. Add it, then enter the address that I show over there.`,
            ),
          ]
        : lines.map((one) =>
            section(
              lineOf(one, reader),
              button(showAction, { id: one.source.id }, 'Show', { key: one.source.number }),
            ),
          )),
      ...andMore(sources.length - lines.length, mrkdwn`\`/ops source NAME\` shows any of them.`),
      actions(...buttons),
      context(
        strangers > 0
          ? mrkdwn`${count(strangers, 'request')} to addresses that nobody has in 24 h. As of ${momentFor(reader.now, reader)}.`
          : mrkdwn`As of ${momentFor(reader.now, reader)}.`,
      ),
    ],
  );
}

function lineOf(one: StandingSource, reader: Reader): Mrkdwn {
  const { source } = one;
  const facts = [kindNames[source.kind], countsWords(one), refusedWords(one)].filter((fact) => fact !== '');
  return mrkdwn`*${shorten(source.name, longestName)}* · ${stateWords(one, reader)}\n${facts.join(' · ')}`;
}

/** One source with what came of it. */
export function sourceCard(one: SourceCard, mayChange: boolean, reader: Reader): Message {
  const { source, waiting, places } = one;
  const { id, state, previousUntil } = source;
  const refused = refusedWords(one);
  const ended = endedSecretWords(one, reader);
  const { lastReceivedAt } = one.counts;
  const lines = [
    ...waiting.map((some) => waitingWords(some)),
    ...(places.length > 0 ? [mrkdwn`${placesWords(places)}`] : []),
    ...(refused === '' ? [] : [mrkdwn`${refused}`]),
    ...(ended === '' ? [] : [mrkdwn`${ended}`]),
  ];
  const isPaused = state === 'paused';
  const signs = isHeard(source.kind);
  const tests = signs ? [button(testAction, { id }, 'Test')] : [];
  return card({
    mark: markOf(one),
    finding: mrkdwn`${shorten(source.name, longestName)}: ${stateWords(one, reader)}`,
    facts: [
      kindNames[source.kind],
      `channel ${source.channel}`,
      source.settings.currency,
      ...(isPaused && lastReceivedAt ? [`last heard ${momentFor(lastReceivedAt, reader)}`] : []),
      ...(countsWords(one) === '' ? [] : [mrkdwn`*${countsWords(one)}*`]),
      ...(previousUntil && previousUntil > reader.now
        ? [`two secrets until ${momentFor(previousUntil, reader)}`]
        : []),
    ],
    body: lines.length > 0 ? [section(joined(lines, '\n'))] : [],
    spoken: lines.length > 0 ? joined(lines, '. ') : null,
    buttons: [
      button(deliveriesAction, { source: id, show: 'waiting', after: null }, 'Deliveries', {
        style: 'primary',
      }),
      ...(mayChange
        ? [
            ...(namesLocations(source.kind) ? [button(placeAction, { id }, 'Map a location')] : []),
            ...(isPaused ? [button(pauseAction, { id, paused: false }, 'Go on')] : tests),
          ]
        : []),
    ],
    more: more([
      choice(listAction, {}, 'All sources'),
      ...(mayChange
        ? [
            choice(editAction, { id }, 'Edit'),
            ...(signs ? [choice(secretAction, { id }, 'Replace the secret')] : []),
            ...(isPaused ? [] : [choice(pauseAction, { id, paused: true }, 'Pause')]),
            ...(isPaused && signs ? [choice(testAction, { id }, 'Test')] : []),
            choice(removeAction, { id }, 'Remove'),
          ]
        : []),
    ]),
    footer: [`source ${source.number}`, `since ${momentFor(source.createdAt, reader)}`],
  });
}

function placesWords(places: readonly NamedPlace[]): string {
  const named = places
    .slice(0, mostPlaces)
    .map(({ externalId, location }) => `${shorten(externalId, 30)} is ${shorten(location ?? 'gone', 40)}`);
  const left = places.length - named.length;
  return `Locations: ${named.join(', ')}${left > 0 ? `, and ${left} more` : ''}`;
}

/** The only message with the address: it is shown once. */
export function sourceMade({ name, kind, path }: Pick<Source, 'name' | 'kind' | 'path'>): Message {
  const next = namesLocations(kind) ? 'Then map its locations.' : 'What it tells shows with `/shipment`.';
  const text = mrkdwn`*${name}* may send from now on: enter this address over there, behind the one under which I am reached`;
  return message(text, [
    section(text),
    section(code(`${pathPrefix}${path}`)),
    context(
      mrkdwn`I show it this once. Such as https://bot.example.com${pathPrefix}… with JSON as its format. ${next}`,
    ),
    actions(button(listAction, {}, 'All sources')),
  ]);
}

export function sourceRemoved(name: string): Message {
  const text = mrkdwn`*${name}* is removed: what it sends from now on is refused`;
  return message(text, [section(text), actions(button(listAction, {}, 'All sources'))]);
}

/** The outcome of a test. */
export function sourceTested({
  id,
  name,
  answer,
  ms,
}: {
  readonly id: string;
  readonly name: string;
  readonly answer: 'taken' | 'refused' | 'not reached';
  readonly ms: number;
}): Message {
  const text = {
    taken: mrkdwn`*${name}* works here: a test with its secret was checked, stored and answered in ${number(ms)} ms`,
    refused: mrkdwn`*${name}* does not work: a test with its secret was refused. \`/ops health\` says whether a key is missing`,
    'not reached': mrkdwn`*${name}* does not work: nothing answers on the port for webhooks`,
  }[answer];
  return message(text, [
    section(text),
    context(mrkdwn`Whether it reaches us from outside shows once it has sent something itself.`),
    actions(button(showAction, { id }, 'Show')),
  ]);
}

/** The answer where Slack opens no form. */
export function noSourceForm(): Message {
  const text = mrkdwn`Slack opens no form here: \`/ops source\` has the same buttons.`;
  return message(text, [section(text)]);
}
