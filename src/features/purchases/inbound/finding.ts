import { cut } from '../../../core/text/clean.ts';
import { money } from '../../../core/text/money.ts';
import { number } from '../../../core/text/quantity.ts';
import { count } from '../../../core/text/sentence.ts';
import { dayWords } from '../../../core/time/weekdays.ts';
import type { InboundPage, InboundRow } from './model.ts';

/**
 * "3 receipts overdue, 12 orders wait for 31 MUG-01": what is wrong first, then the next day. `name`: what the list is
 * of, shortened.
 */
export function findingOf(
  { filter, total, totals, mostWaited, rows, today }: InboundPage,
  {
    name,
    supplier,
    code,
    now,
  }: {
    readonly name: string | null;
    readonly supplier: string | null;
    readonly code: string;
    readonly now: Date;
  },
): string {
  const { open, overdue, nextOn } = totals;
  const of =
    name === null
      ? ''
      : filter.by === 'supplier'
        ? ` from ${name}`
        : filter.by === 'sku'
          ? ` of ${name}`
          : ` of ${name}${supplier === null ? '' : ` from ${supplier}`}`;
  if (filter.show === 'faults')
    return total === 0
      ? `No purchase line${of} has data faults`
      : `${count(total, 'purchase line')}${of} with data faults`;
  if (open === 0)
    return filter.show === 'all' && total > 0
      ? `Nothing more is to come${of}: ${count(total, 'line')}, all done`
      : `Nothing is on its way${of}`;
  if (filter.show === 'overdue' && overdue === 0)
    return `No receipt${of} is overdue, ${count(open, 'is', 'are')} on the way`;
  const next = nextOn ? `, the next ${nextOn === today ? 'today' : dayWords(nextOn, now)}` : '';
  const head =
    overdue > 0
      ? `${count(overdue, 'receipt')}${of} overdue`
      : `${count(open, 'receipt')}${of} on the way${next}`;
  const waited = mostWaited
    ? `, ${count(mostWaited.orders, 'order waits', 'orders wait')} for ${number(mostWaited.pieces)} ${code}`
    : '';
  return `${head}${waited === '' && overdue > 0 ? shortWords(rows, today) : waited}`;
}

/** ", 37 CANDLE-01 short (€331.15)": what costs most of the overdue ones that are shown; empty: nothing runs short. */
function shortWords(rows: readonly InboundRow[], today: string): string {
  const [worst] = rows
    .flatMap(({ open, expectedOn, standing }) =>
      open && expectedOn !== null && expectedOn < today && standing?.risk && standing.risk.units > 0
        ? [{ ...standing, ...standing.risk }]
        : [],
    )
    .toSorted((a, b) => Number((b.minor ?? 0n) - (a.minor ?? 0n)));
  if (!worst) return '';
  const value = worst.minor ? ` (${money(worst.minor, worst.currency)})` : '';
  return `, ${number(worst.units)} ${cut(worst.code, 40)} short${value}`;
}
