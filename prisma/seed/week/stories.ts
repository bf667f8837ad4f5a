import type { OrderStatement } from '../../../src/features/orders/telling/model.ts';
import type { Dock } from './dock.ts';
import { deliveryDay, hoursAfter } from './moments.ts';
import { numbers } from './numbers.ts';
import { held, heldByUs, later, parcel, promisedAgain, type Sale, sold, worked } from './saying.ts';

type Wish = Partial<Sale> & Pick<Sale, 'number' | 'placed' | 'shipBy' | 'lines'>;

/** An order of Shopify from Hamburg to Germany, paid at once, where nothing else is said. */
export function saleOf(dock: Dock, wish: Wish): Sale {
  return {
    channel: 'shopify',
    place: dock.place('HAM'),
    paid: hoursAfter(wish.placed, 0.1),
    customer: `C${wish.number.slice(1)}`,
    country: 'DE',
    ...wish,
  };
}

/** A line of an SKU. */
export const some = (dock: Dock, code: string, pieces = 1) => ({ ...dock.goods(code), pieces });

/** Orders that are late, or stopped at a hand-over. */
export function lateOrders(dock: Dock): readonly OrderStatement[] {
  const [ham, rot, amz] = [dock.place('HAM'), dock.place('ROT'), dock.place('AMZ')];
  const picked = saleOf(dock, {
    number: numbers.lateByHours,
    placed: ham.ago(27),
    shipBy: ham.hourAgo(3),
    lines: [some(dock, 'CLOCK-01'), some(dock, 'SOAP-01', 3)],
  });
  const waiting = saleOf(dock, {
    number: numbers.lateByDays,
    place: rot,
    placed: rot.ago(74),
    shipBy: rot.hourAgo(31),
    country: 'NL',
    lines: [some(dock, 'BASKET-01', 2)],
  });
  const missed = saleOf(dock, {
    number: numbers.missedTruck,
    placed: ham.beforeTruck(1, 20 * 60),
    shipBy: ham.next,
    lines: [some(dock, 'TPOT-01')],
  });
  const labelled = hoursAfter(amz.worked(0.5), -24);
  const unscanned = saleOf(dock, {
    number: numbers.labelUnscanned,
    channel: 'amazon',
    place: amz,
    placed: hoursAfter(labelled, -20),
    shipBy: amz.hourAgo(9),
    country: 'FR',
    lines: [some(dock, 'MUG-01', 2)],
  });
  const parts = saleOf(dock, {
    number: numbers.partShipped,
    placed: ham.beforeTruck(3, 300),
    shipBy: ham.hourAgo(20),
    lines: [some(dock, 'PLATE-01', 6), some(dock, 'BOWL-01', 2), some(dock, 'VASE-01')],
  });
  const packed = ham.beforeTruck(2, 60);
  return [
    sold(picked),
    worked(picked, { allocated: ham.ago(25), picked: ham.ago(5) }),
    sold(waiting),
    worked(waiting, { allocated: rot.ago(70) }),
    sold(missed),
    worked(missed, {
      allocated: ham.beforeTruck(1, 240),
      picked: ham.beforeTruck(1, 90),
      packed: ham.beforeTruck(1, 40),
    }),
    sold(unscanned),
    worked(unscanned, {
      allocated: hoursAfter(labelled, -6),
      picked: hoursAfter(labelled, -1),
      packed: hoursAfter(labelled, -0.5),
    }),
    parcel(unscanned, 1, null, { labelled }),
    sold(parts),
    worked(parts, { allocated: ham.beforeTruck(2, 240), picked: ham.beforeTruck(2, 100), packed }),
    parcel(parts, 1, { 1: 6, 2: 2 }, { labelled: packed, handed_over: ham.beforeTruck(2, -35) }),
    parcel(parts, 2, { 3: 1 }, { labelled: ham.beforeTruck(1, 120) }),
  ];
}

/** Orders that wait for a SKU that is out, one of them for a day that its customer was told anew. */
export function waitingOrders(dock: Dock): readonly OrderStatement[] {
  const ham = dock.place('HAM');
  const throws = [some(dock, 'THROW-01')];
  const out = (number: string, hours: number, shipBy: Date) => {
    const paid = ham.worked(hours);
    return sold(saleOf(dock, { number, placed: hoursAfter(paid, -0.1), paid, shipBy, lines: throws }));
  };
  const again = saleOf(dock, {
    number: numbers.promisedAgain,
    placed: ham.ago(81),
    shipBy: ham.hourAgo(44),
    promised: deliveryDay(ham.timeZone, ham.ago(26), -1),
    lines: [some(dock, 'LAMP-02'), some(dock, 'CARD-01', 2)],
  });
  const revised = deliveryDay(ham.timeZone, ham.ahead(72), 1);
  return [
    out(numbers.outOfStock, 2.5, ham.next),
    out(numbers.outOfStockToo, 3, ham.after),
    sold(again),
    worked(again, { allocated: ham.ago(70) }),
    promisedAgain(again, ham.ago(1), revised, dock.person('lena')),
  ];
}

/** Orders that somebody holds, and why. */
export function heldOrders(dock: Dock): readonly OrderStatement[] {
  const ham = dock.place('HAM');
  const about = (number: string, hours: number, code: string) => ({
    number,
    placed: ham.ago(hours),
    shipBy: ham.next,
    lines: [some(dock, code)],
  });
  const address = saleOf(dock, about(numbers.heldForAddress, 22, 'FRAME-01'));
  const payment = saleOf(dock, { ...about(numbers.heldForPayment, 30, 'LAMP-01'), paid: null });
  const fraud = saleOf(dock, { ...about(numbers.heldForFraud, 9, 'LAMP-01'), country: 'FR' });
  const ours = saleOf(dock, about(numbers.heldByUs, 26, 'APRON-01'));
  return [
    sold(address),
    worked(address, { allocated: ham.ago(19) }),
    held(address, ham.ago(18), 'address'),
    sold(payment),
    held(payment, ham.ago(29), 'payment'),
    sold(fraud),
    held(fraud, ham.ago(8.5), 'fraud check'),
    sold(ours),
    worked(ours, { allocated: ham.ago(20) }),
    heldByUs(ours, ham.ago(2), 'customer asked', dock.person('maya')),
  ];
}

/** Orders that are on their way, and of some other kind than most. */
export function oddOrders(dock: Dock): readonly OrderStatement[] {
  const [ham, nyc] = [dock.place('HAM'), dock.place('NYC')];
  const done = { allocated: ham.ago(7), picked: ham.fresh(140) };
  const about = (number: string, hours: number, code: string, pieces = 1) => ({
    number,
    placed: ham.ago(hours),
    shipBy: ham.next,
    lines: [some(dock, code, pieces)],
  });
  const edited = saleOf(dock, about(numbers.edited, 16, 'MUG-02', 4));
  const [first] = sold(edited).lines?.of ?? [];
  const expedited = saleOf(dock, { ...about(numbers.expedited, 6, 'CUSH-01', 2), shipBy: ham.after });
  const cancelAsked = saleOf(dock, about(numbers.cancelAsked, 21, 'CLOCK-02'));
  const hostile = saleOf(dock, {
    ...about(numbers.hostile, 29, 'TOWEL-01'),
    shipBy: ham.hourAgo(2),
    customer: 'C<b>4242</b> & <@U0ADA00001>',
    lines: [
      { ...some(dock, 'TOWEL-01'), title: '<!channel> *free* <https://example.com|tea towel> & `more`' },
    ],
  });
  const dollars = saleOf(dock, {
    ...about(numbers.inDollars, 20, 'BOWL-01', 2),
    channel: 'store',
    place: nyc,
    shipBy: nyc.next,
    country: 'US',
    header: { currency: 'USD', shipRegion: 'NY' },
    lines: [some(dock, 'CUSH-01', 2)],
  });
  const frame = dock.goods('FRAME-02');
  const yen = saleOf(dock, {
    ...about(numbers.inYen, 19, 'FRAME-02'),
    country: 'JP',
    header: { currency: 'JPY' },
    // Yen have no smaller unit.
    lines: [{ ...frame, priceMinor: ((frame.priceMinor * 165n) / 1_000n) * 10n, pieces: 2 }],
  });
  const test = saleOf(dock, { ...about(numbers.test, 3, 'MUG-01'), header: { test: true } });
  return [
    sold(edited),
    worked(edited, done),
    // The customer takes one mug less after paying.
    later(edited, ham.ago(9), { lines: { tells: 'whole', of: first ? [{ ...first, current: 3 }] : [] } }),
    sold(expedited),
    worked(expedited, { allocated: ham.ago(2) }),
    sold(cancelAsked),
    worked(cancelAsked, { ...done, packed: ham.fresh(80) }),
    sold(hostile),
    worked(hostile, { ...done, packed: ham.fresh(70) }),
    sold(dollars),
    worked(dollars, { allocated: nyc.ago(7), picked: nyc.fresh(90), packed: nyc.fresh(45) }),
    sold(yen),
    worked(yen, done),
    sold(test),
    worked(test, { allocated: ham.ago(2.5) }),
  ];
}
