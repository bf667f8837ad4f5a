import { number } from '../../../core/text/quantity.ts';
import { count } from '../../../core/text/sentence.ts';
import { momentFor, type Reader } from '../../../core/time/reader.ts';
import type { Message } from '../../../core/tokens/reply.ts';
import { button, section } from '../../../ui/blocks.ts';
import { marks } from '../../../ui/card.ts';
import { shorten } from '../../../ui/limits.ts';
import { pagedList } from '../../../ui/paged-list.ts';
import { joined, type Mrkdwn, mrkdwn } from '../../../ui/text.ts';
import type { DeliveryState } from '../deliveries/model.ts';
import {
  deliveriesAction,
  deliveriesFileAction,
  listAction,
  refusalsAction,
  refusalsFileAction,
  replayAction,
} from './actions.ts';
import type {
  DeliveryFilter,
  DeliveryLine,
  DeliveryPage,
  RefusalFilter,
  RefusalLine,
  RefusalPage,
} from './model.ts';
import { deliveryWords, whyWords } from './words.ts';
import { reasonWords } from './words-views.ts';

const mostChoices = 25;
const longestName = 40;
const longestWords = 120;

const stateMarks: Readonly<Partial<Record<DeliveryState, string>>> = {
  stored: marks.waits,
  parked: marks.waits,
  failed: marks.attention,
  done: marks.done,
};

function stateWords({ state }: DeliveryLine): string {
  return [stateMarks[state], deliveryWords[state]].filter((part) => part !== undefined).join(' ');
}

/** What came, with what became of it. */
export function deliveryList(page: DeliveryPage, mayReplay: boolean, reader: Reader): Message {
  const { filter, sources } = page;
  const { after: _, ...shown } = filter;
  return pagedList<DeliveryLine, DeliveryFilter>(deliveriesAction, page, {
    finding: findingOf(page),
    headline: (row) => `${shorten(row.topic, longestName)} ${deliveryWords[row.state]}`,
    line: (row) =>
      section(
        mrkdwn`${stateWords(row)} · *${shorten(row.topic, longestWords)}* of ${shorten(row.from, longestName)}, ${momentFor(row.receivedAt, reader)}\n${aboutWords(row)}`,
        mayReplay && row.hasBody && row.state !== 'done' && row.state !== 'stored'
          ? button(replayAction, { ...shown, id: row.id }, 'Replay', { key: row.id })
          : undefined,
      ),
    menus: {
      source: {
        label: 'Of which source',
        choices: [
          [null, 'All sources'],
          ...sources.slice(0, mostChoices).map(({ id, name }) => [id, shorten(name, longestName)] as const),
        ],
      },
      show: {
        label: 'Which deliveries',
        choices: [
          ['waiting', 'Not handled, parked or failed'],
          ['all', 'All'],
        ],
      },
    },
    file: deliveriesFileAction,
    buttons: [button(listAction, {}, 'All sources')],
    note: mrkdwn`The newest first. What is parked goes on by itself once that comes.${pausedWords(page)} As of ${momentFor(reader.now, reader)}.`,
    empty:
      filter.show === 'waiting'
        ? mrkdwn`Everything that came was handled. The menu below shows all deliveries.`
        : mrkdwn`Nothing has come yet. A test is behind the button of each source: \`/ops source\`.`,
  });
}

/** " Shop DE is paused: …"; empty: nothing here waits for that. */
function pausedWords({ rows, sources }: DeliveryPage): string {
  const waiting = new Set(rows.flatMap(({ state, sourceId }) => (state === 'stored' ? [sourceId] : [])));
  const paused = sources.filter(({ id, state }) => state === 'paused' && waiting.has(id));
  const [first] = paused;
  if (!first) return '';
  const what = 'what is not handled yet waits until';
  if (paused.length > 1)
    return ` ${number(paused.length)} sources are paused: ${what} somebody lets them go on.`;
  return ` ${shorten(first.name, longestName)} is paused: ${what} somebody lets it go on.`;
}

function findingOf({ filter, total, isMore }: DeliveryPage): string {
  const many = isMore ? `More than ${number(total)} deliveries` : count(total, 'delivery', 'deliveries');
  if (filter.show === 'all') return total === 0 ? 'No deliveries' : many;
  return total === 0 ? 'No delivery waits' : `${many} to look after`;
}

function aboutWords({ subjectKey, reason, state, attempts, hasBody }: DeliveryLine): Mrkdwn {
  const why = whyWords(state, reason);
  const facts = [
    mrkdwn`${shorten(subjectKey, longestWords)}`,
    ...(why === null ? [] : [reasonWords(why, longestWords)]),
    ...(state === 'failed' && !hasBody ? [mrkdwn`what it said is no longer kept`] : []),
    ...(attempts > 1 ? [mrkdwn`handled ${number(attempts)} times`] : []),
  ];
  return joined(facts, ' · ');
}

/** What was refused: counts alone, since nothing else is kept. */
export function refusalList(page: RefusalPage, reader: Reader): Message {
  const { filter, refusals } = page;
  const span = filter.since === 'day' ? '24 h' : '30 days';
  return pagedList<RefusalLine, RefusalFilter>(refusalsAction, page, {
    finding:
      refusals === 0 ? `Nothing refused in ${span}` : `${count(refusals, 'webhook')} refused in ${span}`,
    headline: (row) => `${number(row.count)} ${row.reason}`,
    line: (row) =>
      section(
        mrkdwn`*${number(row.count)} ${row.reason}* · ${row.from === null ? 'nobody’s address' : shorten(row.from, longestName)}\nin the hour from ${momentFor(row.hour, reader)}`,
      ),
    menus: {
      since: {
        label: 'Since when',
        choices: [
          ['day', 'In 24 hours'],
          ['month', 'In 30 days'],
        ],
      },
    },
    file: refusalsFileAction,
    buttons: [button(listAction, {}, 'All sources')],
    note: mrkdwn`The newest hour first. Of what is refused nothing is kept but its count. As of ${momentFor(reader.now, reader)}.`,
    empty: mrkdwn`Every request was signed, and of a size that we take.`,
  });
}
