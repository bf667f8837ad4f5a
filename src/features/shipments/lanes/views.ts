import { count } from '../../../core/text/sentence.ts';
import type { Reader } from '../../../core/time/reader.ts';
import type { Message } from '../../../core/tokens/reply.ts';
import { actions, button, context, message, section } from '../../../ui/blocks.ts';
import { shorten } from '../../../ui/limits.ts';
import { joined, type Mrkdwn, mrkdwn } from '../../../ui/text.ts';
import { showBeside } from '../../issues/index.ts';
import { showShipment } from '../card/actions.ts';
import { freshnessWords } from '../card/freshness-views.ts';
import { statusWords } from '../card/words.ts';
import { broughtWords } from '../parcels/words.ts';
import type { Heard } from '../shipment/model.ts';
import type { Status } from '../status/model.ts';
import { endIt, openDeclare, showDisrupted, showDisruptions } from './actions.ts';
import type { Disruption, StandingDisruption } from './disruption-model.ts';
import { disruptionName, spanWords } from './disruption-words.ts';
import type { Burst, InTrouble, Member, Sums } from './model.ts';
import { burstName, sumsWords } from './words.ts';

const endQuestion = {
  title: 'Is it over?',
  text: 'Its lanes raise issues of their own again, and what it swallowed is listed in its issue.',
  yes: 'It is over',
};
const mostOpen = 5;
const mostEnded = 5;

/** All disruptions. `mayDeclare`: whether the reader may declare and end them. */
export function disruptionsMessage(
  all: readonly StandingDisruption[],
  heard: readonly Heard[],
  reader: Reader,
  mayDeclare: boolean,
): Message {
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
          mrkdwn`${disruptionName(one)}, ${spanWords(one, reader)}: ${insideWords(one.sums)}`,
          button(showDisrupted, { id: one.id }, 'Show its parcels', { key: one.id }),
        ),
      ),
    ...declare,
    context(freshnessWords(heard, reader)),
  ]);
}

function openBlocks(one: StandingDisruption, reader: Reader, mayEnd: boolean) {
  const { id, sums, issue, declaredBy, fromAt } = one;
  const isToCome = fromAt > reader.now;
  const facts: Mrkdwn[] = [
    mrkdwn`${spanWords(one, reader)}`,
    mrkdwn`${isToCome ? 'to come' : insideWords(sums)}`,
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

function insideWords(sums: Sums): string {
  return sums.parcels === 0
    ? 'no parcel came into trouble inside it'
    : `${count(sums.parcels, 'parcel')} in trouble inside it, ${sumsWords(sums)}`;
}

/** A disruption with its parcels. */
export function disruptedMessage({ of, sums, members }: InTrouble<Disruption>, reader: Reader): Message {
  const head = mrkdwn`${disruptionName(of)}: ${insideWords(sums)}`;
  return message(head, [
    section(mrkdwn`*${head}*\n${spanWords(of, reader)}`),
    ...memberBlocks(sums, members),
    actions(button(showDisruptions, {}, 'All disruptions')),
  ]);
}

/** A burst with its parcels. */
export function burstMessage({ of, sums, members }: InTrouble<Burst>): Message {
  const head = mrkdwn`${shorten(burstName(of), 120)}: ${sumsWords(sums)}`;
  return message(head, [section(mrkdwn`*${head}*`), ...memberBlocks(sums, members)]);
}

function memberBlocks(sums: Sums, members: readonly Member[]) {
  const more = sums.open - members.length;
  return [
    ...members.map((one) =>
      section(memberWords(one), button(showShipment, { id: one.id }, 'Show', { key: one.id })),
    ),
    ...(more > 0 ? [context(mrkdwn`and ${count(more, 'more parcel')} worth less: \`/shipment late\``)] : []),
  ];
}

function memberWords(member: Member): Mrkdwn {
  const { tracking, status } = member;
  const brought = broughtWords({
    ...member,
    orderNumber: member.orderNumber && shorten(member.orderNumber, 40),
  });
  const parts = [
    mrkdwn`*${shorten(tracking, 60)}*`,
    mrkdwn`${statusWords[status as Status]}`,
    ...(brought === '' ? [] : [mrkdwn`${brought}`]),
  ];
  return joined(parts, ' · ');
}

export interface Declared {
  readonly id: string;
  readonly name: string;
  readonly sums: Sums;
}

export function declared({ id, name, sums }: Declared): Message {
  const text = mrkdwn`${name} is declared: ${insideWords(sums)}. Its lanes raise no issues of their own until it is over.`;
  return message(text, [
    section(text),
    actions(
      button(showDisrupted, { id }, 'Show its parcels'),
      button(showDisruptions, {}, 'All disruptions'),
    ),
  ]);
}

export function ended({ id, name, sums }: Declared): Message {
  const text = mrkdwn`${name} is over: ${insideWords(sums)}. Its lanes are watched again.`;
  return message(text, [section(text), actions(button(showDisrupted, { id }, 'Show its parcels'))]);
}
