import { codeKey, numberKey } from '../../../core/text/code-key.ts';
import type { Word } from './kept.ts';

/** What of a word, or of a statement, says which parcel it is about, and which orders that brings. */
export type Naming = Pick<Word, 'tracking' | 'formerly' | 'about'>;

/** The tracking numbers that are named, by their keys. */
export function keysIn(said: readonly Pick<Naming, 'tracking' | 'formerly'>[]): readonly string[] {
  return [...new Set(said.flatMap(({ tracking, formerly }) => [tracking, ...formerly]).map(codeKey))];
}

/** The numbers of the orders that are named, by their keys. */
export function namedIn(said: readonly Pick<Naming, 'about'>[]): readonly string[] {
  const orders = said.flatMap(({ about }) => about.orders ?? []);
  return [...new Set(orders.map(({ number }) => numberKey(number)))];
}
