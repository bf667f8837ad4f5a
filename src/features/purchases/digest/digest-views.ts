import type { DigestPart } from '../../../core/declare/digest.ts';
import { money } from '../../../core/text/money.ts';
import { number } from '../../../core/text/quantity.ts';
import { count } from '../../../core/text/sentence.ts';
import type { Reader } from '../../../core/time/reader.ts';
import { addDays, daysAgo, dayWords } from '../../../core/time/weekdays.ts';
import { button } from '../../../ui/blocks.ts';
import { limits, shorten } from '../../../ui/limits.ts';
import { joined, type Mrkdwn, mrkdwn } from '../../../ui/text.ts';
import { listInbound } from '../inbound/actions.ts';
import { findingOf } from '../inbound/finding.ts';
import {
  type Coming,
  everything,
  type InboundPage,
  type InboundRow,
  type LateSupplier,
} from '../inbound/model.ts';
import { whatOf } from '../inbound/views.ts';
import { dayText, promiseText, standingText, waitedText } from '../inbound/words.ts';

const dayMs = 86_400_000;

/** The place in the list after which what is expected on a day begins: see its ranks. */
export function placeBefore(day: string): [rank: number, tie: number] {
  return [Date.parse(day) / dayMs - 1, 0];
}

/** "2 receipts expected today, 7 more by Tue 10 Mar, 3 overdue", and the first of those to come. */
export function inboundPart(
  { rows, today, totals }: InboundPage,
  coming: Coming,
  reader: Reader,
): DigestPart {
  const later = coming.soon - coming.today;
  const last = dayWords(addDays(coming.until, -1), reader.now);
  const words = [
    ...(coming.today > 0 ? [`${count(coming.today, 'receipt')} expected today`] : []),
    ...(later > 0
      ? [`${coming.today > 0 ? `${number(later)} more` : `${count(later, 'receipt')} expected`} by ${last}`]
      : []),
    ...(coming.soon === 0 ? [`No receipt expected by ${last}`] : []),
    ...(coming.overdue > 0 ? [`${number(coming.overdue)} overdue`] : []),
  ];
  const shown = rows.filter(({ expectedOn }) => expectedOn !== null && expectedOn < coming.until);
  return {
    finding: words.join(', '),
    urgency: coming.overdue > 0 ? 'look' : 'note',
    lines: shown.map((row) => comingLine(row, today, reader)),
    total: coming.soon,
    open: button(listInbound, { ...everything, after: null }, `${number(totals.open)} on the way`),
  };
}

/** "40 × MUG-01 · Thu 3 Dec, promised Tue 1 Dec · Acme · out of stock, 12 short until the next receipt (€174.00)". */
function comingLine(row: InboundRow, today: string, { now }: Reader): Mrkdwn {
  const { expectedOn, supplier } = row;
  const day = expectedOn === today ? 'today' : dayText(row, today, now);
  const promised = promiseText(row, now);
  const parts = [
    whatOf(row),
    promised ? `${day}, ${promised}` : day,
    supplier ? shorten(supplier, 30) : null,
    standingText(row),
    waitedText(row),
  ];
  return joined(
    parts.flatMap((part) => (part === null ? [] : [mrkdwn`${shorten(part, 110)}`])),
    ' · ',
  );
}

/** "3 receipts overdue, 12 orders wait for 31 MUG-01", and who is late with how many. */
export function latePart(page: InboundPage, suppliers: readonly LateSupplier[], { now }: Reader): DigestPart {
  const { totals, mostWaited, today } = page;
  const code = shorten(mostWaited?.code ?? '', 40);
  return {
    finding: shorten(findingOf(page, { name: null, supplier: null, code, now }), limits.finding),
    urgency: 'now',
    lines: suppliers.map((one) => lateLine(one, today, now)),
    total: suppliers[0]?.suppliers ?? 0,
    open: button(
      listInbound,
      { ...everything, show: 'overdue', after: null },
      count(totals.overdue, 'receipt'),
    ),
  };
}

/** "Acme: 3 receipts overdue, the oldest since Fri 20 Nov (7 days ago) · €1,240.00". */
function lateLine({ supplier, lines, oldestOn, ...worth }: LateSupplier, today: string, now: Date): Mrkdwn {
  const { currencies, currency, valueMinor } = worth;
  const since = `${lines === 1 ? '' : 'the oldest '}since ${dayWords(oldestOn, now)} (${daysAgo(oldestOn, today)})`;
  const value = currencies === 1 && currency && valueMinor > 0n ? ` · ${money(valueMinor, currency)}` : '';
  return mrkdwn`${supplier ? shorten(supplier, 40) : 'Supplier not said'}: ${count(lines, 'receipt')} overdue, ${since}${value}`;
}
