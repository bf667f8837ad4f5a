import { cut } from '../../../core/text/clean.ts';
import { money } from '../../../core/text/money.ts';
import { number } from '../../../core/text/quantity.ts';
import { count, listOf } from '../../../core/text/sentence.ts';
import { dayMoment } from '../../../core/time/day-moment.ts';
import type { Reader } from '../../../core/time/reader.ts';
import { dayWords } from '../../../core/time/weekdays.ts';
import type { Fault } from '../line/model.ts';
import type { InboundRow, SaidDay } from './model.ts';

/** What stands of a line: "overdue since Thu 26 Nov", "Thu 3 Dec", "delivered Wed 25 Nov". */
export function dayText(row: InboundRow, today: string, now: Date): string {
  const { cancelled, deliveredOn, expectedOn, open } = row;
  if (cancelled) return 'cancelled';
  if (deliveredOn) return `delivered ${dayWords(deliveredOn, now)}`;
  if (!open) return 'received';
  if (!expectedOn) return 'no day named';
  return expectedOn < today ? `overdue since ${dayWords(expectedOn, now)}` : dayWords(expectedOn, now);
}

/** "promised Thu 3 Dec": where what is expected is another day, or it came on another. Null: there is nothing to add. */
export function promiseText({ promisedOn, expectedOn, deliveredOn }: InboundRow, now: Date): string | null {
  if (!promisedOn) return null;
  const isSame = deliveredOn ? deliveredOn === promisedOn : expectedOn === promisedOn;
  return isSame ? null : `promised ${dayWords(promisedOn, now)}`;
}

/** "moved to Fri 11 Dec (supplier late), as Maya said Fri 27 Nov 10:00 CET". */
export function saidText({ on, saidAt, by, reason }: SaidDay, reader: Reader): string {
  const day = on ? `moved to ${dayWords(on, reader.now)}` : 'no day any more';
  return `${day}${reason ? ` (${reason})` : ''}, as ${by} said ${dayMoment(saidAt, reader)}`;
}

/** "out of stock, 12 short until the next receipt (€174.00)": how the stock of it stands; null: its SKU is not known. */
export function standingText({ standing }: InboundRow): string | null {
  if (!standing) return null;
  const { available, status, coverDays, comingOn, risk, currency } = standing;
  const left =
    status === 'no levels'
      ? 'no stock levels yet'
      : available <= 0
        ? 'out of stock'
        : `${number(available)} available${coverDays === null ? '' : `, ${coverDays < 1 ? 'less than a day' : count(Math.floor(coverDays), 'day')}`}`;
  const value = risk?.minor ? ` (${money(risk.minor, currency)})` : '';
  return risk && risk.units > 0
    ? `${left}, ${number(risk.units)} short ${comingOn ? 'until the next receipt' : 'in the 28 days to come'}${value}`
    : left;
}

/** "4 orders wait for 31 pieces that are not here: 1042, 1043, 1044 and 1 more"; null: what is here serves all of them. */
export function waitedText({ waited }: InboundRow): string | null {
  if (!waited) return null;
  const { orders, pieces, first } = waited;
  const left = orders - first.length;
  const names = first.map((one) => cut(one, 30));
  const which = left > 0 ? `${names.join(', ')} and ${number(left)} more` : listOf(names);
  return `${count(orders, 'order waits', 'orders wait')} for ${count(pieces, 'piece')} that ${pieces === 1 ? 'is' : 'are'} not here: ${which}`;
}

const faultTexts: Readonly<Record<Fault, (row: InboundRow) => string>> = {
  'sent unknown': ({ sentSaid }) => `the day it was sent: "${sentSaid}"`,
  'delivered before sent': () => 'delivered before it was sent',
  'recorded before delivered': () => 'recorded before it was delivered',
};

/** What its days contradict, or lack. */
export function faultText(row: InboundRow): string | null {
  return row.faults.length === 0 ? null : row.faults.map((fault) => faultTexts[fault](row)).join(', ');
}
