import { count, listOf } from '../../../core/text/sentence.ts';
import type { Reader } from '../../../core/time/reader.ts';
import type { Message } from '../../../core/tokens/reply.ts';
import { actions, button, context, message, section } from '../../../ui/blocks.ts';
import { shorten } from '../../../ui/limits.ts';
import { joined, type Mrkdwn, mrkdwn } from '../../../ui/text.ts';
import { showBeside } from '../../issues/index.ts';
import { freshnessWords } from '../card/freshness-views.ts';
import { showDisrupted } from '../disrupted/actions.ts';
import { disruptionName } from '../disrupted/names.ts';
import { showDisruptions } from '../parcels/actions.ts';
import type { Heard } from '../shipment/model.ts';
import { endIt, openDeclare } from './actions.ts';
import type { DisruptionStands, StandingDisruption } from './disruption-model.ts';
import { insideWords, spanWords } from './disruption-words.ts';
import type { Sums } from './model.ts';

const endQuestion = {
  title: 'Is it over?',
  text: 'Its lanes raise issues of their own again, and the parcels in trouble on them are listed in its issue.',
  yes: 'It is over',
};
const mostOpen = 5;
const mostEnded = 5;

/** All disruptions. `declarers`: who may declare and end them; null: the reader may. */
export function disruptionsMessage(
  all: readonly StandingDisruption[],
  heard: readonly Heard[],
  reader: Reader,
  declarers: readonly string[] | null,
): Message {
  const mayDeclare = declarers === null;
  const open = all.filter(({ endedAt }) => endedAt === null);
  const ended = all.filter(({ endedAt }) => endedAt !== null);
  const head =
    open.length === 0
      ? mrkdwn`No disruption is declared`
      : mrkdwn`${count(open.length, 'disruption')}: ${open.slice(0, 2).map(disruptionName).join('; ')}${open.length > 2 ? ', …' : ''}`;
  const declare = mayDeclare ? [actions(button(openDeclare, {}, 'Declare a disruption'))] : [];
  const hint = mrkdwn`A strike or a storm that is declared keeps its parcels together: one issue instead of one for each lane.`;
  return message(head, [
    section(mrkdwn`*${head}*`),
    ...(open.length === 0 ? [section(hint)] : []),
    ...open.slice(0, mostOpen).flatMap((one) => openBlocks(one, reader, mayDeclare)),
    ...(open.length > mostOpen
      ? [context(mrkdwn`and ${count(open.length - mostOpen, 'more disruption')}`)]
      : []),
    ...(ended.length > 0 ? [section(mrkdwn`*Over within a month*`)] : []),
    ...ended
      .slice(0, mostEnded)
      .map((one) =>
        section(
          mrkdwn`${disruptionName(one)}, ${spanWords(one, reader)}: ${insideWords(one.sums, null)}`,
          button(showDisrupted, { id: one.id }, 'Show its parcels', { key: one.id }),
        ),
      ),
    ...declare,
    ...(declarers ? [context(whoWords(declarers))] : []),
    context(freshnessWords(heard, reader)),
  ]);
}

/** "Lena or Omar can declare one, and say that it is over". */
function whoWords(names: readonly string[]): Mrkdwn {
  return mrkdwn`${names.length > 0 ? listOf(names, 'or') : 'A lead'} can declare one, and say that it is over`;
}

function openBlocks(one: StandingDisruption, reader: Reader, mayEnd: boolean) {
  const { id, sums, beside, issue, declaredBy, fromAt } = one;
  const isToCome = fromAt > reader.now;
  const facts: Mrkdwn[] = [
    mrkdwn`${spanWords(one, reader)}`,
    mrkdwn`${isToCome ? 'to come' : insideWords(sums, beside)}`,
    mrkdwn`declared by ${declaredBy ?? 'somebody who has left'}`,
  ];
  return [
    section(mrkdwn`*${shorten(disruptionName(one), 120)}*\n${joined(facts, ' · ')}`),
    actions(
      button(showDisrupted, { id }, 'Show its parcels', { key: id }),
      ...(issue ? [button(showBeside, { id: issue.id }, `Show issue ${issue.number}`, { key: id })] : []),
      ...(mayEnd ? [button(endIt, { id }, 'It is over', { key: id, confirm: endQuestion })] : []),
    ),
  ];
}

/** After it was declared: since when it counts, or nobody knows which parcels it has. */
export function declared({ of, sums, beside }: DisruptionStands, reader: Reader): Message {
  const text = mrkdwn`${disruptionName(of)} is declared ${spanWords(of, reader)}: ${insideWords(sums, beside)}. Its lanes raise no issues of their own until it is over.`;
  return message(text, [
    section(text),
    actions(
      button(showDisrupted, { id: of.id }, 'Show its parcels'),
      button(showDisruptions, {}, 'All disruptions'),
    ),
  ]);
}

export function ended({ id, name, sums }: Ended): Message {
  const text = mrkdwn`${name} is over: ${insideWords(sums, null)}. Its lanes are watched again.`;
  return message(text, [section(text), actions(button(showDisrupted, { id }, 'Show its parcels'))]);
}

interface Ended {
  readonly id: string;
  readonly name: string;
  readonly sums: Sums;
}
