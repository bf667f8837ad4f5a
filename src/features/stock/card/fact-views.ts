import { number, signed } from '../../../core/text/quantity.ts';
import { momentWithZone } from '../../../core/time/reader.ts';
import { dayIn } from '../../../core/time/time-zone.ts';
import { dayWords } from '../../../core/time/weekdays.ts';
import { shorten } from '../../../ui/limits.ts';
import { type Mrkdwn, mrkdwn } from '../../../ui/text.ts';
import type { NextReceipt } from '../receipts/model.ts';
import { coverText } from './cover-views.ts';
import type { Reading, StockCard } from './rules.ts';

/** The lines below the levels. */
export function factsOf(card: StockCard, reading: Reading): Mrkdwn[] {
  const { now, timeZone } = reading;
  const movement = card.lastMovement;
  const counts = card.locations.flatMap(({ countedAt }) => (countedAt ? [countedAt.getTime()] : []));
  const pairs: [string, string][] = [
    ['Cover', coverText(card, reading)],
    ...(card.nextReceipt
      ? [['Next receipt', receiptWords(card.nextReceipt, reading)] as [string, string]]
      : []),
    [
      'Last movement',
      movement
        ? `${momentWithZone(movement.at, now, timeZone)}: ${movement.cause} ${movedText(movement)}, ${movement.location}`
        : 'none',
    ],
    [
      'Last count',
      counts.length > 0 ? momentWithZone(new Date(Math.max(...counts)), now, timeZone) : 'never',
    ],
    ['Reorder point', card.reorderPoint === null ? 'not set' : number(card.reorderPoint)],
    ['Supplier', card.supplier ?? 'not known'],
    ['Barcode', card.barcode ?? 'none'],
  ];
  return pairs.map(([label, value]) => mrkdwn`*${label}*\n${value}`);
}

/** "40 on Thu 3 Dec from Acme (PO 4711)", or since when it is overdue. */
function receiptWords({ units, expectedOn, ref, sender }: NextReceipt, { now, timeZone }: Reading): string {
  const day = expectedOn?.toISOString().slice(0, 10) ?? null;
  const from = sender ? ` from ${shorten(sender, 60)}` : '';
  const when =
    day === null
      ? ', nobody says when,'
      : day < dayIn(timeZone, now)
        ? ` overdue since ${dayWords(day, now)}`
        : ` on ${dayWords(day, now)}`;
  return `${number(units)}${when}${from} (${shorten(ref, 60)})`;
}

/** "−5", of what can be sold; else what moved: "+5 damaged". */
function movedText({ bucket, quantity }: NonNullable<StockCard['lastMovement']>): string {
  return bucket === 'available' ? signed(quantity) : `${signed(quantity)} ${bucket.replaceAll('_', ' ')}`;
}
