import type { KnownBlock } from '@slack/types';
import { count } from '../../core/text/sentence.ts';
import { moment } from '../../core/time/reader.ts';
import { isPerson } from '../../core/tokens/place.ts';
import type { Message } from '../../core/tokens/reply.ts';
import { actions, button, context, header, message, section } from '../../ui/blocks.ts';
import { shorten, shortenMarkup } from '../../ui/limits.ts';
import { channelMention, Mrkdwn, mrkdwn, sentence, userMention } from '../../ui/text.ts';
import { openLine, retryNotice } from './actions.ts';
import { type Advice, adviceOn } from './advice.ts';
import type { Group, Line, Lines, Undelivered } from './rules.ts';

export interface Reading {
  readonly now: Date;
  readonly timeZone: string;
}

/** A burst as one list. */
export function bundled(
  lines: Lines,
  [one, many]: readonly [string, string],
  since: Date,
  read: Reading,
): Message {
  const total = lines.shown.length + lines.more;
  const finding = `${count(total, one, many)} since ${moment(since, read.now, read.timeZone)}`;
  return listed(finding, lines, mrkdwn`The first was posted on its own; what came after it is listed here.`);
}

/** The messages that a place missed while nothing could be sent. */
export function caughtUp(
  lines: Lines,
  stopped: { readonly since: Date; readonly until: Date; readonly expired: number },
  { now, timeZone }: Reading,
): Message {
  const { since, until, expired } = stopped;
  const total = lines.shown.length + lines.more;
  const span = `between ${moment(since, now, timeZone)} and ${moment(until, now, timeZone)}`;
  const finding = `${count(total, 'message')} could not be delivered ${span}`;
  const note =
    expired > 0
      ? `${count(expired, 'more was', 'more were')} no longer worth sending.`
      : 'Each is shown as it stands now.';
  return listed(finding, lines, mrkdwn`${note}`);
}

/** Opens the thread for the rest of the day. */
export function overBudget(replies: number, budget: number): Message {
  const finding = `${count(replies, 'more message')} today ${replies === 1 ? 'is' : 'are'} in this thread`;
  return message(mrkdwn`${finding}`, [
    section(mrkdwn`*${finding}*`),
    context(mrkdwn`${count(budget, 'message')} a day are posted one by one here; Critical ones always.`),
  ]);
}

function listed(finding: string, lines: Lines, note: Mrkdwn): Message {
  const more = lines.more > 0 ? [context(mrkdwn`and ${lines.more} more`)] : [];
  const first = lines.shown.map(({ text }) => text).join('; ');
  return message(new Mrkdwn(shortenMarkup(`${mrkdwn`${finding}`}: ${first}`, 600)), [
    header(finding),
    ...lines.shown.map(lineSection),
    ...more,
    context(note),
  ]);
}

/** A message's text is already mark-up: it was escaped when it was drawn. */
function lineSection({ id, text }: Line): KnownBlock {
  return section(new Mrkdwn(shortenMarkup(text, 150)), button(openLine, { id }, 'Open'));
}

/** Names the undelivered messages and the remedy. Null: all have been delivered. */
export function undeliveredNotice(
  group: Group & { readonly day: string },
  undelivered: Undelivered | null,
): Message {
  if (!undelivered) {
    const done = mrkdwn`The undelivered messages are on their way.`;
    return message(done, [section(done)]);
  }
  const where = isPerson(undelivered.place)
    ? mrkdwn`to ${userMention(undelivered.place)}`
    : mrkdwn`in ${channelMention(undelivered.place)}`;
  const { what, next } = remedyOf(undelivered);
  const finding = mrkdwn`${count(undelivered.count, 'message')} could not be posted ${where}.`;
  const again = button(retryNotice, group, undelivered.state === 'held' ? 'Send again' : 'Try again');
  return message(mrkdwn`${finding} ${what}`, [
    section(mrkdwn`*${finding}*\n${sentence(what)}`),
    section(sentence(next)),
    actions(again),
    context(
      undelivered.state === 'broken'
        ? mrkdwn`Kind: ${undelivered.kind}. It is kept.`
        : mrkdwn`Nothing is lost: it is kept.`,
    ),
  ]);
}

function remedyOf({ state, error }: Undelivered): Advice {
  if (state === 'held') {
    return {
      what: 'Slack’s answer was lost and I may not read the channel’s history, so I cannot tell whether it is there.',
      next: 'Look there. If it is missing, press Send again.',
    };
  }
  if (state === 'broken') {
    return {
      what: `Slack refuses the message I made, or I could not make it: ${shorten(error, 200)}.`,
      next: 'This is my fault: tell whoever runs Quartermaster. After an update, press Try again.',
    };
  }
  return adviceOn(shorten(error, 300));
}
