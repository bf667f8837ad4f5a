import { nameOf } from '../../../cases/words-views.ts';
import { count } from '../../../core/text/sentence.ts';
import { momentFor, type Reader } from '../../../core/time/reader.ts';
import { calendarDay } from '../../../core/time/spans.ts';
import type { FormView, Message } from '../../../core/tokens/reply.ts';
import { actions, button, context, message, section } from '../../../ui/blocks.ts';
import { formView } from '../../../ui/form.ts';
import { momentInput, personInput } from '../../../ui/inputs.ts';
import { shorten } from '../../../ui/limits.ts';
import { mrkdwn } from '../../../ui/text.ts';

import { delegateAction, delegationsAction, endAction } from './actions.ts';
import { delegateForm } from './forms.ts';
import { type Delegation, dayEndingAt, mostDays } from './rules.ts';

export interface DelegationList {
  readonly whose: 'mine' | 'all';
  readonly delegations: readonly Delegation[];
  readonly maySeeAll: boolean;
  /** The person whose list it is; null: everybody's. */
  readonly reader: string | null;
}

export function delegationList(
  { whose, delegations, maySeeAll, reader }: DelegationList,
  read: Reader,
): Message {
  const now = delegations.find(({ from, startsAt }) => from.id === reader && startsAt <= read.now);
  const finding =
    whose === 'all'
      ? `${count(delegations.length, 'delegation')} in force or to come`
      : now
        ? `${nameOf(now.to)} decides in your place until ${end(now, read)}`
        : 'Nobody decides in your place now';
  const other = whose === 'all' ? 'mine' : 'all';
  return message(mrkdwn`${finding}`, [
    section(mrkdwn`*${finding}*`),
    ...delegations.map((one) =>
      section(
        mrkdwn`${line(one, reader, read)}`,
        button(endAction, { id: one.id, whose }, one.to.id === reader ? 'Give it back' : 'End it', {
          key: one.id,
        }),
      ),
    ),
    actions(
      button(delegateAction, {}, 'Delegate …'),
      ...(maySeeAll
        ? [button(delegationsAction, { whose: other }, whose === 'all' ? 'Only mine' : 'Everybody’s')]
        : []),
    ),
    context(
      mrkdwn`They decide in their own name what you could decide, never what you or they asked for. \`/approval delegate @name until Friday\` does it in a line.`,
    ),
  ]);
}

export interface CreatedDelegation {
  readonly id: string;
  readonly to: string;
  readonly from: Date;
  readonly until: Date;
  /** The delegate's own delegate at that time: they are away as well. */
  readonly awayThen: string | null;
}

/** The answer to the delegator. */
export function delegationCreated(
  { id, to, from, until, awayThen }: CreatedDelegation,
  read: Reader,
): Message {
  const name = shorten(to, 60);
  const begin = from > read.now ? `from ${momentFor(from, read)} ` : '';
  const finding = `${name} decides in your place ${begin}until ${end({ endsAt: until }, read)}`;
  const warning = awayThen
    ? [
        section(
          mrkdwn`${name} is away then as well, and has handed on to ${shorten(awayThen, 60)}. What is yours is not handed on a second time.`,
        ),
      ]
    : [];
  return message(mrkdwn`${finding}`, [
    section(mrkdwn`*${finding}*`),
    ...warning,
    actions(
      button(endAction, { id, whose: null }, 'End it'),
      button(delegationsAction, { whose: 'mine' }, 'Show all'),
    ),
    context(mrkdwn`${name} is told by direct message.`),
  ]);
}

/** The message to the delegate. */
export function delegationTold(one: Delegation, read: Reader): Message {
  const finding = `${nameOf(one.from)} asks you to decide in their place until ${end(one, read)}`;
  const begin = one.startsAt > read.now ? ` From ${momentFor(one.startsAt, read)} on you` : ' You';
  return message(mrkdwn`${finding}`, [
    section(
      mrkdwn`*${finding}*\n${begin.trim()} may approve what ${nameOf(one.from)} could, in your own name, but not what either of you asked for.`,
    ),
    actions(
      button(delegationsAction, { whose: 'mine' }, 'Show all'),
      button(endAction, { id: one.id, whose: null }, 'Give it back'),
    ),
  ]);
}

/** The message to the side that did not end it. */
export function delegationEndedByOther(one: Delegation, reader: string, by: string | null): Message {
  const who = [one.from, one.to].find(({ id }) => id === by);
  const ended = who ? `${nameOf(who)} ended it` : 'A manager ended it';
  const finding =
    reader === one.to.slackUserId
      ? `You no longer decide in the place of ${nameOf(one.from)}: ${lower(ended)}`
      : `${nameOf(one.to)} no longer decides in your place: ${lower(ended)}`;
  return message(mrkdwn`${finding}`, [
    section(mrkdwn`*${finding}*`),
    actions(button(delegationsAction, { whose: 'mine' }, 'Show all')),
  ]);
}

/** The answer to the person who ended it. */
export function delegationEndedByReader(one: Delegation): Message {
  const finding = `${nameOf(one.to)} no longer decides in the place of ${nameOf(one.from)}`;
  return message(mrkdwn`${finding}`, [
    section(mrkdwn`*${finding}*`),
    actions(button(delegationsAction, { whose: 'mine' }, 'Show all')),
  ]);
}

export function delegateFormView(): FormView {
  return formView(delegateForm, {
    title: 'Delegate',
    submit: 'Delegate',
    inputs: {
      who: personInput({
        label: 'Who decides in your place?',
        hint: 'They are told by direct message, and decide in their own name.',
      }),
      from: momentInput({ label: 'From', hint: 'Left empty, from now on.' }),
      until: momentInput({ label: 'Until', hint: `At most ${mostDays} days.` }),
    },
  });
}

/** The answer where Slack opens no form. */
export function delegateInWords(): Message {
  const text = mrkdwn`Say who and until when, such as \`/approval delegate @Lena until Friday\` or \`/approval delegate @Lena from tomorrow until 2026-12-01 17:00\`.`;
  return message(text, [section(text)]);
}

function line(one: Delegation, reader: string | null, read: Reader): string {
  const begin = one.startsAt > read.now ? `from ${momentFor(one.startsAt, read)} ` : '';
  const whose = one.from.id === reader ? 'your place' : `the place of ${nameOf(one.from)}`;
  const who = one.to.id === reader ? 'You decide' : `${nameOf(one.to)} decides`;
  return `${who} in ${whose} ${begin}until ${end(one, read)}`;
}

/** "the end of 6 Mar" rather than the midnight after it. */
function end({ endsAt }: Pick<Delegation, 'endsAt'>, read: Reader): string {
  const day = dayEndingAt(endsAt, read.timeZone);
  return day ? `the end of ${calendarDay(day, read.now)}` : momentFor(endsAt, read);
}

function lower(words: string): string {
  return words.replace(/^A /, 'a ');
}
