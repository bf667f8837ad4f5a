import type { OrderStatement } from '../../../src/features/orders/telling/model.ts';
import type { Dock } from './dock.ts';
import { deliveryDay, hoursAfter } from './moments.ts';
import { numbers } from './numbers.ts';
import { held, later, lineId, parcel, promisedAgain, type Sale, sold, worked } from './saying.ts';
import { saleOf, some } from './stories.ts';

/** What has left: a parcel that came back, and an order that arrived broken and went again. */
export function sentOrders(dock: Dock): readonly OrderStatement[] {
  const ham = dock.place('HAM');
  const sale = (number: string, truck: number, lines: Sale['lines'], more: Partial<Sale> = {}) =>
    saleOf(dock, {
      number,
      placed: ham.beforeTruck(truck, 22 * 60),
      shipBy: ham.beforeTruck(truck, 0),
      lines,
      ...more,
    });
  const taken = (truck: number) => ({
    labelled: ham.beforeTruck(truck, 60),
    handed_over: ham.beforeTruck(truck, -33),
  });
  const work = (truck: number) => ({
    allocated: ham.beforeTruck(truck, 240),
    picked: ham.beforeTruck(truck, 120),
    packed: ham.beforeTruck(truck, 65),
  });
  const external = { source: 'shopify', kind: 'order', externalId: '5561000025064' } as const;
  const back = sale(numbers.cameBack, 5, [some(dock, 'CUSH-02', 2)], { country: 'AT' });
  const replaced = sale(numbers.replaced, 5, [some(dock, 'TPOT-02'), some(dock, 'TOWEL-02', 2)], {
    external,
  });
  const replacement = sale(numbers.replacement, 1, [some(dock, 'TPOT-02')], {
    customer: replaced.customer,
    header: { replaces: external, totalMinor: 0n },
  });
  return [
    ...[back, replaced].flatMap((one) => [sold(one), worked(one, work(5))]),
    parcel(back, 1, null, { ...taken(5), returned: ham.ago(16) }),
    parcel(replaced, 1, null, { ...taken(5), delivered: ham.beforeTruck(5, -22 * 60) }),
    sold(replacement),
    worked(replacement, work(1)),
    parcel(replacement, 1, null, taken(1)),
  ];
}

/** An order of which the card has everything to show, and the other one of its customer. */
export function pictureOrders(dock: Dock): readonly OrderStatement[] {
  const ham = dock.place('HAM');
  const placed = ham.beforeTruck(4, 30 * 60);
  const sale = saleOf(dock, {
    number: numbers.picture,
    placed,
    shipBy: ham.hourAgo(50),
    promised: deliveryDay(ham.timeZone, ham.ago(44), -1),
    lines: [some(dock, 'MUG-01', 4), some(dock, 'LAMP-01', 2), some(dock, 'THROW-01')],
  });
  const other = saleOf(dock, {
    number: numbers.sameCustomer,
    placed: ham.ago(0.7),
    shipBy: ham.after,
    customer: sale.customer,
    lines: [some(dock, 'CANDLE-01', 2)],
  });
  const delivered = ham.beforeTruck(4, -43 * 60);
  return [
    sold(sale),
    held(sale, hoursAfter(placed, 1), 'address'),
    held(sale, hoursAfter(placed, 5.5), null),
    worked(sale, {
      allocated: ham.beforeTruck(4, 300),
      picked: ham.beforeTruck(4, 150),
      packed: ham.beforeTruck(4, 75),
    }),
    parcel(
      sale,
      1,
      { 1: 4 },
      {
        labelled: ham.beforeTruck(4, 70),
        handed_over: ham.beforeTruck(4, -36),
        delivered,
      },
    ),
    parcel(sale, 2, { 2: 2 }, { labelled: ham.beforeTruck(1, 45), handed_over: ham.beforeTruck(1, -31) }),
    later(sale, ham.ago(20), {
      refunds: [
        {
          externalId: `R${sale.number}`,
          at: ham.ago(20),
          amountMinor: dock.goods('MUG-01').priceMinor,
          note: 'One mug arrived chipped',
          lines: [
            {
              id: lineId(sale, 1),
              quantity: 1,
              amountMinor: dock.goods('MUG-01').priceMinor,
              restock: 'none',
              location: null,
            },
          ],
        },
      ],
    }),
    promisedAgain(sale, ham.ago(1.5), deliveryDay(ham.timeZone, ham.ahead(48), 1), dock.person('maya')),
    sold(other),
  ];
}
