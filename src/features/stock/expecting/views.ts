import { number } from '../../../core/text/quantity.ts';
import { dayWords } from '../../../core/time/weekdays.ts';
import type { Message } from '../../../core/tokens/reply.ts';
import { message, section } from '../../../ui/blocks.ts';
import { shorten } from '../../../ui/limits.ts';
import { mrkdwn } from '../../../ui/text.ts';

interface Moved {
  readonly units: number;
  readonly ref: string;
  readonly sender: string | null;
  readonly before: string | null;
  readonly expectedOn: string | null;
  readonly why: string | null;
  readonly by: string;
}

/** "MUG-01: 40 from Acme come on Fri 11 Dec, not Thu 3 Dec". */
export function moved(
  sku: { readonly code: string; readonly title: string },
  told: Moved,
  now: Date,
): Message {
  const from = told.sender ? ` from ${shorten(told.sender, 60)}` : '';
  const comes = told.units === 1 ? 'comes' : 'come';
  const on = told.expectedOn ? ` on ${dayWords(told.expectedOn, now)}` : ' on a day that nobody names';
  const not = told.before ? `, not ${dayWords(told.before, now)}` : '';
  const what = `${shorten(sku.code, 60)}: ${number(told.units)}${from} ${comes}${on}${not}`;
  const why = told.why ? ` · ${shorten(told.why, 200)}` : '';
  return message(mrkdwn`${what}. ${shorten(sku.title, 100)}`, [
    section(
      mrkdwn`*${what}*\n${shorten(sku.title, 100)} · ${shorten(told.ref, 60)} · said by ${shorten(told.by, 60)}${why}`,
    ),
  ]);
}
