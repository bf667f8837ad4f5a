import type { OrderStatement } from '../../../src/features/orders/telling/model.ts';
import { type Dock, rollOf } from './dock.ts';
import { parcel, type Sale, sold, worked } from './saying.ts';

interface Group {
  readonly place: Parameters<Dock['place']>[0];
  readonly channel: Sale['channel'];
  readonly stage: 'placed' | 'paid' | 'allocated' | 'picked' | 'packed' | 'labelled';
  /** With which truck it goes: the next one, or the one after it. */
  readonly truck: 'next' | 'after';
  readonly count: number;
}

/** What goes its way, by place: 57 orders, of which 31 go with the next truck. */
const groups: readonly Group[] = [
  { place: 'HAM', channel: 'shopify', stage: 'placed', truck: 'after', count: 2 },
  { place: 'HAM', channel: 'shopify', stage: 'paid', truck: 'next', count: 4 },
  { place: 'HAM', channel: 'shopify', stage: 'paid', truck: 'after', count: 3 },
  { place: 'HAM', channel: 'shopify', stage: 'allocated', truck: 'after', count: 8 },
  { place: 'HAM', channel: 'shopify', stage: 'picked', truck: 'next', count: 6 },
  { place: 'HAM', channel: 'shopify', stage: 'packed', truck: 'next', count: 8 },
  { place: 'HAM', channel: 'amazon', stage: 'labelled', truck: 'next', count: 5 },
  { place: 'ROT', channel: 'shopify', stage: 'allocated', truck: 'after', count: 4 },
  { place: 'ROT', channel: 'shopify', stage: 'picked', truck: 'next', count: 3 },
  { place: 'ROT', channel: 'amazon', stage: 'packed', truck: 'next', count: 3 },
  { place: 'NYC', channel: 'store', stage: 'allocated', truck: 'after', count: 2 },
  { place: 'NYC', channel: 'store', stage: 'packed', truck: 'next', count: 2 },
  { place: 'AMZ', channel: 'amazon', stage: 'allocated', truck: 'after', count: 4 },
  { place: 'AMZ', channel: 'amazon', stage: 'picked', truck: 'after', count: 3 },
];

const firstNumber = 25_101;
const countries = ['DE', 'DE', 'DE', 'NL', 'FR', 'AT', 'DK'] as const;

/** The orders of which nothing is to be told but that they go their way. None of them is late or stopped. */
export function routineOrders(dock: Dock): readonly OrderStatement[] {
  let number = firstNumber;
  return groups.flatMap((group) =>
    Array.from({ length: group.count }, (_, n) => routine(dock, group, { number: `${number++}`, n })).flat(),
  );
}

/** `n`: from 0, within the group; the earlier the order, the larger. */
function routine(dock: Dock, group: Group, { number, n }: { number: string; n: number }) {
  const { stage } = group;
  const place = dock.place(group.place);
  // Nobody has had two hours to allocate, or four to pick.
  const recent = place.ago((12 + 11 * n) / 60);
  const isNew = stage === 'placed' || stage === 'paid';
  const placed = isNew
    ? place.ago((18 + 11 * n) / 60)
    : place.ago(9 + 2.3 * n + rollOf(`placed ${number}`, 60) / 60);
  const sale: Sale = {
    number,
    channel: group.channel,
    place,
    placed,
    paid: stage === 'placed' ? null : isNew ? recent : new Date(placed.getTime() + 360_000),
    shipBy: place[group.truck],
    customer: `C${1000 + rollOf(`customer ${number}`, 6000)}`,
    country: group.place === 'NYC' ? 'US' : (countries[rollOf(`country ${number}`, 7)] ?? 'DE'),
    lines: Array.from({ length: 1 + rollOf(`lines ${number}`, 3) }, (_, line) => ({
      ...dock.onShelf(group.place, `sku ${number} ${line}`),
      pieces: 1 + rollOf(`pieces ${number} ${line}`, 2),
    })),
    ...(group.place === 'NYC' && { header: { shipRegion: 'NY' } }),
  };
  if (isNew) return [sold(sale)];
  if (stage === 'allocated') return [sold(sale), worked(sale, { allocated: place.ago((15 + 23 * n) / 60) })];
  const allocated = place.ago(7);
  const packed = place.fresh(20 + 7 * n);
  const picked = stage === 'picked' ? packed : place.fresh(75 + 7 * n);
  if (stage === 'picked') return [sold(sale), worked(sale, { allocated, picked })];
  const told = [sold(sale), worked(sale, { allocated, picked, packed })];
  return stage === 'packed' ? told : [...told, parcel(sale, 1, null, { labelled: place.fresh(10 + 7 * n) })];
}
