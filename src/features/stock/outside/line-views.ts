import type { KnownBlock } from '@slack/types';
import { number, signed } from '../../../core/text/quantity.ts';
import type { Reader } from '../../../core/time/reader.ts';
import { momentWithZone } from '../../../core/time/reader.ts';
import type { Message } from '../../../core/tokens/reply.ts';
import { type Choice, choice, message, section } from '../../../ui/blocks.ts';
import { shorten } from '../../../ui/limits.ts';
import { joined, type Mrkdwn, mrkdwn } from '../../../ui/text.ts';
import { withdrawOutside } from './actions.ts';
import type { ShownChange } from './model.ts';
import { sourceWords } from './words.ts';

/** What a card names of one place; the rest is counted. */
const namedAtMost = 3;
const placesAtMost = 3;
/** What stands behind the card's dots. */
const withdrawnAtMost = 3;

/** A line for each location: what is there, what it comes to once all is entered, and what that is. */
export function changeBlocks(changes: readonly ShownChange[], reader: Reader): readonly KnownBlock[] {
  const lines = changeLines(changes, reader);
  return lines.length > 0 ? [section(joined(lines, '\n'))] : [];
}

/** The same for the text of a message; empty without changes. */
export function changeText(changes: readonly ShownChange[], reader: Reader): Mrkdwn {
  return joined(
    changeLines(changes, reader).map((line) => mrkdwn`. ${line}`),
    '',
  );
}

/** Options that withdraw the first of them. */
export function withdrawChoices(changes: readonly ShownChange[]): readonly Choice[] {
  return changes
    .slice(0, withdrawnAtMost)
    .map(({ id, quantity, location, issueNumber }) =>
      choice(
        withdrawOutside,
        { id },
        `Withdraw ${signed(quantity)} in ${shorten(location, 30)}, task ${issueNumber}`,
      ),
    );
}

/** The answer to a withdrawal. */
export function changeWithdrawn(told: {
  readonly code: string;
  readonly quantity: number;
  readonly issueNumber: number;
}): Message {
  const { code, quantity, issueNumber } = told;
  const text = mrkdwn`Withdrawn: nobody is to enter ${signed(quantity)} × ${shorten(code, 60)} any more, task #${issueNumber} is done with.`;
  return message(text, [section(text)]);
}

function changeLines(changes: readonly ShownChange[], reader: Reader): readonly Mrkdwn[] {
  const places = new Map<string, ShownChange[]>();
  for (const one of changes) places.set(one.location, [...(places.get(one.location) ?? []), one]);
  const lines = [...places].map(([location, own]) => lineOf(location, own, reader));
  const rest = lines.length - placesAtMost;
  return [
    ...lines.slice(0, placesAtMost),
    ...(rest > 0
      ? [mrkdwn`and at ${rest === 1 ? 'one more location' : `${number(rest)} more locations`}`]
      : []),
  ];
}

/** "To be entered in the 3PL: −3 in Rotterdam (damaged, Maya 09:12, task #17). 22 available, 19 once it is entered" */
function lineOf(location: string, changes: readonly ShownChange[], reader: Reader): Mrkdwn {
  const [first] = changes;
  const source = sourceWords(first?.kind ?? '');
  const available = first?.available ?? 0;
  const after = changes.reduce((sum, { quantity }) => sum + quantity, available);
  const named = changes.slice(0, namedAtMost).map((one) => changeWords(one, source, reader));
  const rest = changes.length - named.length;
  const many = rest > 0 ? ` and ${number(rest)} more` : '';
  return mrkdwn`*To be entered in ${source}* for ${shorten(location, 60)}: ${joined(named, ', ')}${many}. ${number(available)} available, ${number(after)} once ${changes.length === 1 ? 'it is' : 'all is'} entered`;
}

function changeWords(one: ShownChange, source: string, { now, timeZone }: Reader): Mrkdwn {
  const who = one.by ? `${shorten(one.by, 40)} ` : '';
  const asked = `${one.cause}, ${who}${momentWithZone(one.askedAt, now, timeZone)}, task #${one.issueNumber}`;
  const entered = one.enteredAt
    ? `; ${one.enteredBy ? `entered by ${shorten(one.enteredBy, 40)}` : 'entered'} ${momentWithZone(one.enteredAt, now, timeZone)}, ${source} does not show it yet`
    : '';
  return mrkdwn`${signed(one.quantity)} (${asked}${entered})`;
}
