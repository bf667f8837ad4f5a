import { channelKey, numberKey } from '../../../core/text/code-key.ts';
import type { Word } from '../telling/kept.ts';
import type { OrderSaid } from '../telling/model.ts';
import type { ParcelOrder } from './order-model.ts';

/**
 * The orders that a parcel is said to bring: of each source what it named last, and all that it named at that moment, since a
 * file has a row for each order of one parcel. Who names none takes none back.
 */
export function ordersSaid(
  words: readonly Pick<Word, 'source' | 'saidAt' | 'about'>[],
): readonly OrderSaid[] {
  const naming = words.filter(({ about }) => about.orders !== undefined);
  const last = new Map<string, number>();
  for (const { source, saidAt } of naming)
    last.set(source, Math.max(last.get(source) ?? saidAt.getTime(), saidAt.getTime()));
  return naming.flatMap(({ source, saidAt, about }) =>
    saidAt.getTime() === last.get(source) ? (about.orders ?? []) : [],
  );
}

/** Which of the orders with its number a name means. */
export function orderMeant<Order extends Pick<ParcelOrder, 'channel' | 'numberKey'>>(
  { number, channel, home }: OrderSaid,
  orders: readonly Order[],
): Order | 'nobody knows it' | 'several have it' {
  const key = numberKey(number);
  const numbered = orders.filter((one) => one.numberKey === key);
  const inChannel = (name: string) => numbered.find((one) => one.channel === channelKey(name));
  if (channel !== null) return inChannel(channel) ?? 'nobody knows it';
  const own = home === undefined ? undefined : inChannel(home);
  if (own) return own;
  const [only] = numbered;
  if (!only) return 'nobody knows it';
  return numbered.length === 1 ? only : 'several have it';
}
