import { lossWords, statusWords } from '../card/words.ts';
import type { ShipmentCard } from '../shipment/model.ts';
import { type Happening, isLoss } from './model.ts';

/** "in transit", "lost by DHL", "back with us" of what turned back. */
export function happenedWords(
  happened: Happening,
  { status, carrier }: Pick<ShipmentCard, 'status' | 'carrier'>,
): string {
  if (isLoss(happened)) return `${lossWords[happened]} by ${carrier ?? 'the carrier'}`;
  return status === 'return_to_sender' && happened === 'delivered' ? 'back with us' : statusWords[happened];
}
