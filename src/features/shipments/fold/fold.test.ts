import { describe, expect, test } from 'vitest';
import {
  about,
  berlin,
  foldedShipments,
  lift,
  scanned,
  tells,
} from '../../../../test/harness/shipment-story.ts';
import { moment } from '../../../../test/harness/statements.ts';
import { statuses } from '../status/model.ts';
import type { EventSaid, ShipmentStatement } from '../telling/model.ts';

function only(statements: readonly ShipmentStatement[]) {
  const [shipment, ...others] = foldedShipments(statements);
  if (!shipment || others.length > 0) throw new Error(`${others.length + 1} shipments`);
  return shipment;
}
const shipmentAfter = (...events: readonly EventSaid[]) => only([tells(events)]);
const pickedUp = scanned('2026-11-23 18:00', 'picked_up');
const delivered = scanned('2026-11-24 10:00', 'delivered');

describe('the status', () => {
  test('is that of the last event, and the earlier ones may come late', () => {
    expect(shipmentAfter(delivered, pickedUp).status).toBe('delivered');
    expect(shipmentAfter(pickedUp, scanned('2026-11-24 08:00', 'delayed')).status).toBe('delayed');
  });

  test.each(statuses)('that was delivered does not become %s', (status) => {
    const shipment = shipmentAfter(pickedUp, delivered, scanned('2026-11-25 10:00', status));
    expect([shipment.status, shipment.deliveredAt]).toEqual(['delivered', moment('2026-11-24 10:00')]);
  });

  test('of a code that nobody knows is what it was, and never delivered', () => {
    const odd = scanned('2026-11-24 12:00', 'unknown', { code: 'DELIVERED_ISH' });
    expect(shipmentAfter(odd)).toMatchObject({ status: 'unknown', deliveredAt: null, endedAt: null });
    expect(shipmentAfter(pickedUp, odd)).toMatchObject({ status: 'picked_up', scannedAt: odd.at });
  });

  test('of a code that somebody maps is what they said, in its turn', () => {
    const odd = scanned('2026-11-24 12:00', 'unknown', { code: 'DRONE' });
    const statusOf = (source: string, code: string) =>
      source === 'easypost' && code === 'DRONE' ? ('delivered' as const) : null;
    const [shipment] = foldedShipments([tells([odd, pickedUp])], statusOf);
    expect(shipment).toMatchObject({ status: 'delivered', deliveredAt: odd.at });
    const [other] = foldedShipments([tells([odd, pickedUp], { source: 'aftership' })], statusOf);
    expect(other?.status).toBe('picked_up');
  });

  test('does not go back to the dock, nor to a second pick-up', () => {
    const moving = scanned('2026-11-24 02:00', 'in_transit');
    for (const status of ['pending', 'picked_up'] as const)
      expect(shipmentAfter(pickedUp, moving, scanned('2026-11-24 03:00', status)).status).toBe('in_transit');
  });

  test('of a cancelled label is cancelled, whatever is scanned', () => {
    const cancelled = scanned('2026-11-23 12:00', 'cancelled');
    expect(shipmentAfter(cancelled, pickedUp)).toMatchObject({ status: 'cancelled', handedOverAt: null });
  });
});

describe('a parcel that turned back', () => {
  const back = scanned('2026-11-24 12:00', 'return_to_sender', { reason: 'consignee_refused' });
  const here = scanned('2026-11-26 09:00', 'delivered');

  test('stays so while it is carried, and is delivered back, never to the customer', () => {
    expect(shipmentAfter(pickedUp, back, scanned('2026-11-25 02:00', 'in_transit'))).toMatchObject({
      status: 'return_to_sender',
      endedAt: null,
    });
    expect(shipmentAfter(pickedUp, back, here)).toMatchObject({
      status: 'return_to_sender',
      fault: 'consignee',
      deliveredAt: null,
      returnedAt: here.at,
    });
  });

  test('did not, where a lead says so', () => {
    const shipment = shipmentAfter(pickedUp, back, lift('2026-11-25 10:00'), here);
    expect(shipment).toMatchObject({ status: 'delivered', deliveredAt: here.at, returnedAt: null });
  });
});

describe('the word of a lead', () => {
  test('takes back every end before it, and what was scanned since counts', () => {
    const again = scanned('2026-11-24 10:01', 'delivered', { code: 'DLV' });
    const moving = scanned('2026-11-24 14:00', 'out_for_delivery');
    const shipment = shipmentAfter(pickedUp, delivered, again, moving, lift('2026-11-24 16:00'));
    expect(shipment).toMatchObject({ status: 'out_for_delivery', deliveredAt: null, endedAt: null });
  });

  test('does not take back what ends it afterwards', () => {
    const later = scanned('2026-11-25 10:00', 'delivered');
    expect(shipmentAfter(pickedUp, delivered, lift('2026-11-24 16:00'), later)).toMatchObject({
      deliveredAt: later.at,
    });
  });
});

test('a day that one of us said together with an end is taken back with it, and their other days are not', () => {
  const on = (day: string) => ({ kind: 'date' as const, on: day });
  const earlier = about('2026-11-24 09:00', { estimate: on('2026-11-27') }, { source: 'person vic' });
  const end = tells([{ ...delivered, code: null }], {
    source: 'person vic',
    about: { estimate: on('2026-11-30') },
  });
  const shipment = only([tells([pickedUp]), earlier, end, tells([lift('2026-11-24 16:00')])]);
  expect(shipment.estimates.map(({ arrival }) => arrival)).toEqual([on('2026-11-27')]);
});

describe('an end that one of us told', () => {
  const lille = { city: 'Lille', region: null, country: 'FR' };
  const byVic = (event: EventSaid) => tells([{ ...event, code: null }], { source: 'person vic' });
  const moving = scanned('2026-11-24 14:00', 'in_transit', { place: lille });
  const later = scanned('2026-11-25 07:00', 'out_for_delivery', { place: berlin });
  const here = scanned('2026-11-25 10:00', 'delivered');
  const toldThen = (...events: readonly EventSaid[]) =>
    only([byVic(delivered), tells([pickedUp, ...events])]);

  test('stays, and is in doubt by what a carrier scans later, in whatever order it is told', () => {
    const statements = [byVic(delivered), ...[pickedUp, moving, later].map((one) => tells([one]))];
    for (const told of [statements, statements.toReversed(), [...statements, ...statements]])
      expect(only(told)).toMatchObject({
        status: 'delivered',
        deliveredAt: delivered.at,
        doubt: { by: 'person vic', since: moving.at, scan: { at: later.at, place: berlin } },
      });
  });

  test('is in no doubt by an earlier scan, a code that nobody knows, a label, or an end of the same kind', () => {
    const early = scanned('2026-11-24 09:00', 'in_transit');
    const odd = scanned('2026-11-24 12:00', 'unknown', { code: 'ZX9' });
    const label = scanned('2026-11-24 12:00', 'pending');
    for (const one of [early, odd, label]) expect(toldThen(one).doubt).toBeNull();
    expect(toldThen(here)).toMatchObject({ doubt: null, deliveredAt: delivered.at });
    // The carrier has said it too: what is scanned then is its own affair.
    expect(toldThen(here, scanned('2026-11-26 07:00', 'in_transit')).doubt).toBeNull();
  });

  test('is in no doubt any more once its carrier ends it, and that is when it happened', () => {
    const shipment = toldThen(moving, later, here);
    expect(shipment).toMatchObject({ doubt: null, deliveredAt: here.at, endedAt: here.at });
    expect(shipment.events.map(({ standing }) => standing)).toEqual([
      'counts',
      'counts',
      'after the end',
      'after the end',
      'counts',
    ]);
  });

  test('is in doubt by a delivery where it was called cancelled or back with us', () => {
    const back = scanned('2026-11-24 08:00', 'return_to_sender');
    expect(only([byVic(scanned('2026-11-24 10:00', 'cancelled')), tells([pickedUp, here])])).toMatchObject({
      status: 'cancelled',
      doubt: { since: here.at },
    });
    expect(only([byVic(delivered), tells([pickedUp, back, moving])])).toMatchObject({
      returnedAt: delivered.at,
      doubt: { since: moving.at },
    });
    expect(only([byVic(delivered), tells([pickedUp, back, moving, here])])).toMatchObject({
      returnedAt: here.at,
      doubt: null,
    });
  });

  test('is not what its customer got where its carrier turned it back first', () => {
    const back = scanned('2026-11-24 16:00', 'return_to_sender');
    expect(toldThen(moving, back, here)).toMatchObject({
      deliveredAt: delivered.at,
      doubt: { since: moving.at, scan: { at: here.at } },
    });
    expect(toldThen(moving, back, here, lift('2026-11-25 12:00'))).toMatchObject({
      status: 'return_to_sender',
      deliveredAt: null,
      returnedAt: here.at,
      doubt: null,
    });
    // It is still on its way to us when the lead says so.
    expect(toldThen(back, lift('2026-11-24 18:00'), here)).toMatchObject({
      status: 'return_to_sender',
      returnedAt: here.at,
    });
  });

  test('is taken back alone, and what its carrier told of since stands', () => {
    const cancelled = byVic(scanned('2026-11-23 12:00', 'cancelled'));
    const lifted = tells([lift('2026-11-25 12:00')], { source: 'person lena' });
    for (const told of [
      [cancelled, tells([pickedUp, here]), lifted],
      [lifted, tells([here]), cancelled, tells([pickedUp])],
    ])
      expect(only(told)).toMatchObject({ status: 'delivered', deliveredAt: here.at, doubt: null });
    const turned = scanned('2026-11-24 08:00', 'return_to_sender');
    expect(toldThen(turned, moving, lift('2026-11-24 16:00'), here)).toMatchObject({
      status: 'return_to_sender',
      returnedAt: here.at,
    });
    // Of an end that its carrier has told, nothing stands.
    expect(toldThen(moving, here, lift('2026-11-25 12:00'))).toMatchObject({
      status: 'in_transit',
      deliveredAt: null,
    });
  });

  describe('and a lead confirmed', () => {
    const lena = (event: EventSaid) => tells([{ ...event, code: null }], { source: 'person lena' });
    const confirmed = lena(scanned('2026-11-24 18:00', 'delivered'));
    const back = scanned('2026-11-24 16:00', 'return_to_sender');
    const inAnyOrder = (...told: readonly ShipmentStatement[]) =>
      told.map((_, n) => [...told.slice(n), ...told.slice(0, n), ...told].toReversed()).map(only);

    test('is in no doubt by what was scanned before that, whenever it is told, and in doubt by what is scanned after', () => {
      const told = [byVic(delivered), ...[pickedUp, moving].map((one) => tells([one])), confirmed];
      for (const shipment of inAnyOrder(...told))
        expect(shipment).toMatchObject({ doubt: null, deliveredAt: delivered.at });
      for (const shipment of inAnyOrder(...told, tells([later])))
        expect(shipment).toMatchObject({
          doubt: { by: 'person vic', since: later.at },
          deliveredAt: delivered.at,
        });
    });

    test('is in doubt anew where its carrier delivers what it had turned back: that is not what the customer got', () => {
      for (const shipment of inAnyOrder(
        byVic(delivered),
        tells([pickedUp]),
        tells([back]),
        confirmed,
        tells([here]),
      ))
        expect(shipment).toMatchObject({ deliveredAt: delivered.at, doubt: { since: here.at } });
    });

    test('is taken back alone too: what its carrier told of before and after the confirmation stands', () => {
      const lifted = lena(lift('2026-11-25 12:00'));
      for (const shipment of inAnyOrder(
        byVic(delivered),
        tells([pickedUp]),
        tells([back]),
        confirmed,
        lifted,
      ))
        expect(shipment).toMatchObject({ status: 'return_to_sender', deliveredAt: null, doubt: null });
      for (const shipment of inAnyOrder(byVic(delivered), tells([pickedUp, back, here]), confirmed, lifted))
        expect(shipment).toMatchObject({ status: 'return_to_sender', returnedAt: here.at, doubt: null });
    });

    test('is confirmed again, after a lead had taken it back and one of us told it anew', () => {
      const again = byVic(scanned('2026-11-25 13:00', 'delivered'));
      const moved = scanned('2026-11-25 14:00', 'in_transit');
      const told = [
        byVic(delivered),
        tells([pickedUp, moving]),
        confirmed,
        lena(lift('2026-11-25 12:00')),
        again,
      ];
      for (const shipment of inAnyOrder(...told, tells([moved])))
        expect(shipment).toMatchObject({ status: 'delivered', doubt: { since: moved.at } });
      const twice = lena(scanned('2026-11-25 15:00', 'delivered'));
      for (const shipment of inAnyOrder(...told, tells([moved]), twice))
        expect(shipment).toMatchObject({
          status: 'delivered',
          deliveredAt: again.events[0]?.at,
          doubt: null,
        });
    });
  });

  test('is none where a lead takes it back, and a carrier is in no doubt of itself', () => {
    expect(toldThen(moving, lift('2026-11-24 16:00'))).toMatchObject({ status: 'in_transit', doubt: null });
    expect(shipmentAfter(pickedUp, delivered, moving).doubt).toBeNull();
  });
});

describe('scans that are missing', () => {
  test('are due after a day for a label, three on its way, and seven abroad', () => {
    const due = (...events: readonly EventSaid[]) => shipmentAfter(...events).scanDueAt;
    expect(due(scanned('2026-11-23 12:00', 'pending'))).toEqual(moment('2026-11-24 12:00'));
    expect(due(pickedUp)).toEqual(moment('2026-11-26 18:00'));
    const paris = { city: 'Paris', region: null, country: 'FR' };
    const abroad = tells([{ ...pickedUp, place: berlin }], { about: { to: paris } });
    expect(only([abroad]).scanDueAt).toEqual(moment('2026-11-30 18:00'));
  });

  test('are due abroad after three days too, once it should be there', () => {
    const paris = { city: 'Paris', region: null, country: 'FR' };
    const due = (on: string) =>
      only([
        tells([{ ...pickedUp, place: berlin }], { about: { to: paris, estimate: { kind: 'date', on } } }),
      ]).scanDueAt;
    // Expected on Tuesday, on Saturday, and after the seven days: the day ends in Paris.
    expect(due('2026-11-24')).toEqual(moment('2026-11-26 18:00'));
    expect(due('2026-11-28')).toEqual(moment('2026-11-29 00:00'));
    expect(due('2026-12-04')).toEqual(moment('2026-11-30 18:00'));
  });

  test('are not waited for at a shop, and after the end', () => {
    expect(shipmentAfter(scanned('2026-11-23 12:00', 'ready_for_pickup')).scanDueAt).toBeNull();
    expect(shipmentAfter(pickedUp, delivered).scanDueAt).toBeNull();
  });

  test('were never missing when one inside the gap is told late', () => {
    const late = scanned('2026-11-29 10:00', 'in_transit');
    expect(shipmentAfter(pickedUp, late).silences).toEqual([
      { since: pickedUp.at, dueAt: moment('2026-11-26 18:00'), until: late.at },
    ]);
    expect(shipmentAfter(pickedUp, late, scanned('2026-11-26 18:00', 'in_transit')).silences).toEqual([]);
  });
});

describe('estimates and promises', () => {
  test('end with the day where it goes, and each source counts for itself', () => {
    const to = { city: 'New York', region: 'NY', country: 'US' };
    const on = (day: string) => ({ kind: 'date', on: day }) as const;
    const shipment = only([
      about('2026-11-23 08:00', { to, promise: on('2026-11-24'), estimate: on('2026-11-24') }),
      about('2026-11-23 09:00', { estimate: on('2026-11-24') }),
      about('2026-11-23 10:00', { estimate: on('2026-11-25') }, { source: 'aftership' }),
      about('2026-11-23 11:00', { estimate: on('2026-11-26') }),
    ]);
    expect(shipment.estimates.map(({ source, arrival }) => [source, arrival])).toEqual([
      ['easypost', on('2026-11-24')],
      ['aftership', on('2026-11-25')],
      ['easypost', on('2026-11-26')],
    ]);
    expect(shipment).toMatchObject({
      zone: 'America/New_York',
      etaUntil: new Date('2026-11-27T05:00:00Z'),
      promiseUntil: new Date('2026-11-25T05:00:00Z'),
      atRisk: true,
    });
  });

  test('put nothing at risk once it has arrived', () => {
    const said = about('2026-11-23 08:00', {
      promise: { kind: 'date', on: '2026-11-23' },
      estimate: { kind: 'date', on: '2026-11-24' },
    });
    expect(only([said, tells([pickedUp, delivered])]).atRisk).toBe(false);
  });
});

describe('a number that is used again', () => {
  const next = (at: string) => tells([pickedUp, delivered, scanned(at, 'picked_up')]);

  test('is another shipment 120 days after the end, and not before', () => {
    expect(foldedShipments([next('2027-03-24 09:59')])).toHaveLength(1);
    expect(foldedShipments([next('2027-03-24 10:00')])).toHaveLength(2);
  });

  test('is none while nothing has ended it, until the end is told', () => {
    const later = scanned('2027-06-01 10:00', 'picked_up');
    expect(foldedShipments([tells([pickedUp, later])])).toHaveLength(1);
    expect(foldedShipments([tells([pickedUp, later]), tells([delivered])])).toHaveLength(2);
  });

  test('and that nobody ends, such as the "none" of a shop, is folded in a moment with thousands of events', () => {
    const began = moment('2026-01-01 00:00').getTime();
    const events = (status: 'in_transit' | 'delivered') => {
      const one = scanned('2026-01-01 00:00', status);
      return Array.from({ length: 3_000 }, (_, n) => ({
        ...one,
        at: new Date(began + n * 7_200_000),
        code: `${status} ${n}`,
      }));
    };
    const [moving, ended] = [events('in_transit'), events('delivered')];
    const started = performance.now();
    expect(foldedShipments([tells(moving)])).toHaveLength(1);
    // In 250 days: its first end is its end, and 120 days later the next parcel has its own.
    expect(foldedShipments([tells([...moving, ...ended])])).toHaveLength(3);
    expect(performance.now() - started).toBeLessThan(3_000);
  });

  test('takes what was said of the next parcel before its first scan', () => {
    const promise = { kind: 'date', on: '2027-06-02' } as const;
    const [, second] = foldedShipments([next('2027-06-01 18:00'), about('2027-06-01 09:00', { promise })]);
    expect(second?.promises).toMatchObject([{ on: '2027-06-02', by: 'carrier' }]);
  });
});
