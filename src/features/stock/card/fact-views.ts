import { number, signed } from '../../../core/text/quantity.ts';
import { momentWithZone } from '../../../core/time/reader.ts';
import { type Mrkdwn, mrkdwn } from '../../../ui/text.ts';
import { coverText } from './cover-views.ts';
import type { Reading, StockCard } from './rules.ts';

/** The lines below the levels. */
export function factsOf(card: StockCard, reading: Reading): Mrkdwn[] {
  const { now, timeZone } = reading;
  const movement = card.lastMovement;
  const counts = card.locations.flatMap(({ countedAt }) => (countedAt ? [countedAt.getTime()] : []));
  const pairs: [string, string][] = [
    ['Cover', coverText(card, reading)],
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

/** "−5", of what can be sold; else what moved: "+5 damaged". */
function movedText({ bucket, quantity }: NonNullable<StockCard['lastMovement']>): string {
  return bucket === 'available' ? signed(quantity) : `${signed(quantity)} ${bucket.replaceAll('_', ' ')}`;
}
