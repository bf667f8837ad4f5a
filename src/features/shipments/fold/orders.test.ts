import { describe, expect, test } from 'vitest';
import { about, berlin, foldedShipments, scanned, tells } from '../../../../test/harness/shipment-story.ts';
import { moment } from '../../../../test/harness/statements.ts';
import type { AboutSaid } from '../telling/model.ts';
import type { ParcelOrder } from './order-model.ts';

const number = '00340434292135100186';
const nobody = () => null;
const promise = (on: string, until: string) => ({ on, until: moment(until) });

function order(said: Partial<ParcelOrder> = {}): ParcelOrder {
  return {
    id: said.number ?? '1042',
    number: '1042',
    numberKey: said.number ?? '1042',
    channel: 'shop',
    currency: 'EUR',
    valueMinor: 8_640n,
    placedAt: moment('2026-11-23 10:00'),
    shipBy: null,
    origin: { code: 'HAM', timeZone: 'Europe/Berlin' },
    shipCountry: 'DE',
    shipRegion: null,
    shipArea: '10',
    promises: [],
    keys: [number],
    ...said,
  };
}

const pickedUp = tells([scanned('2026-11-24 18:00', 'picked_up')]);
const guaranteed = about('2026-11-24 12:00', {
  carrier: 'DHL',
  to: berlin,
  promise: { kind: 'date', on: '2026-11-26' },
  estimate: { kind: 'date', on: '2026-11-27' },
});

describe('what was promised', () => {
  test('the customer was told counts before what the carrier guarantees, and what was told last before what was first', () => {
    const [without] = foldedShipments([pickedUp, guaranteed]);
    expect(without).toMatchObject({ promises: [{ on: '2026-11-26', by: 'carrier' }], atRisk: true });
    const told = order({
      promises: [promise('2026-11-25', '2026-11-26 00:00'), promise('2026-11-28', '2026-11-29 00:00')],
    });
    const [one] = foldedShipments([pickedUp, guaranteed], nobody, [told]);
    expect(one).toMatchObject({
      promises: [
        { on: '2026-11-25', by: 'order' },
        { on: '2026-11-28', by: 'order' },
      ],
      promiseUntil: moment('2026-11-29 00:00'),
      atRisk: false,
      cameLate: null,
    });
  });

  test('is kept by the original, and a day before it has passed', () => {
    const told = order({
      promises: [promise('2026-11-25', '2026-11-26 00:00'), promise('2026-11-28', '2026-11-29 00:00')],
    });
    const cameLate = (at: string) =>
      foldedShipments([pickedUp, tells([scanned(at, 'delivered')])], nobody, [told])[0]?.cameLate;
    expect(cameLate('2026-11-25 23:59')).toBe(false);
    expect(cameLate('2026-11-26 00:00')).toBe(true);
    const instant = order({ promises: [{ on: null, until: moment('2026-11-26 00:00') }] });
    const exactly = [pickedUp, tells([scanned('2026-11-26 00:00', 'delivered')])];
    expect(foldedShipments(exactly, nobody, [instant])[0]?.cameLate).toBe(false);
  });

  test('of several orders in one parcel is what must be kept first', () => {
    const later = order({ number: '1044', promises: [promise('2026-11-27', '2026-11-28 00:00')] });
    const sooner = order({ number: '1043', promises: [promise('2026-11-26', '2026-11-27 00:00')] });
    const [one] = foldedShipments([pickedUp], nobody, [order(), later, sooner]);
    expect(one?.promiseUntil).toEqual(moment('2026-11-27 00:00'));
    expect(one?.orders.map((own) => own.number)).toEqual(['1042', '1043', '1044']);
  });
});

test('a number that is used again brings the order of its time, and a number that nobody has brings none', () => {
  const statements = [
    tells([scanned('2026-01-05 18:00', 'picked_up'), scanned('2026-01-07 10:00', 'delivered')]),
    pickedUp,
  ];
  const orders = [
    order({ number: 'first', placedAt: moment('2026-01-05 19:00') }),
    order({ number: 'between', placedAt: moment('2026-03-01 10:00') }),
    order({ number: 'second', placedAt: moment('2026-11-23 10:00') }),
    order({ number: 'another', keys: ['JJD1'] }),
  ];
  expect(
    foldedShipments(statements, nobody, orders).map((one) => one.orders.map((own) => own.number)),
  ).toEqual([['first'], ['second', 'between']]);
});

describe('the lane', () => {
  const laneOf = (said: AboutSaid, orders: readonly ParcelOrder[] = []) =>
    foldedShipments([about('2026-11-24 12:00', said)], nobody, orders)[0]?.lane;
  const bremen = { city: 'Bremen', region: null, country: 'DE' };
  const paris = { city: 'Paris', region: null, country: 'FR', area: '75' };

  test('is the location and the country, inside the country with the first two characters of the postcode', () => {
    expect(laneOf({}, [order()])).toBe('HAM → DE 10');
    expect(laneOf({}, [order({ shipArea: null })])).toBe('HAM → DE');
    expect(laneOf({}, [order({ shipCountry: 'FR', shipArea: '75' })])).toBe('HAM → FR');
    const texas = { shipCountry: 'US', shipRegion: 'TX', shipArea: '73' };
    expect(laneOf({}, [order({ ...texas, origin: { code: 'NYC', timeZone: 'America/New_York' } })])).toBe(
      'NYC → US 73',
    );
  });

  test('is what the carrier said where no order says it', () => {
    expect(laneOf({ from: bremen, to: paris })).toBe('DE → FR');
    expect(laneOf({ from: { ...paris, city: 'Lyon' }, to: paris })).toBe('FR → FR 75');
    // A parcel that is redirected goes where its own words say.
    expect(laneOf({ from: bremen, to: paris }, [order({ origin: null })])).toBe('DE → FR');
    expect(laneOf({ to: bremen }, [order()])).toBe('HAM → DE 10');
    expect(laneOf({ to: { ...bremen, area: '28' } }, [order()])).toBe('HAM → DE 28');
    expect(laneOf({ to: paris }, [order({ shipCountry: null, shipArea: null })])).toBe('HAM → FR');
  });

  test('begins at the first scan where nobody says where it comes from, and stays there', () => {
    const scans = tells([
      scanned('2026-11-24 11:00', 'pending'),
      scanned('2026-11-24 12:00', 'picked_up', { place: bremen }),
      scanned('2026-11-25 12:00', 'in_transit', { place: paris }),
    ]);
    const laneFrom = (said: AboutSaid, orders: readonly ParcelOrder[] = []) =>
      foldedShipments([scans, about('2026-11-24 12:00', said)], nobody, orders)[0]?.lane;
    expect(laneFrom({ to: paris })).toBe('DE → FR');
    expect(laneFrom({ to: { ...bremen, area: '28' } })).toBe('DE → DE 28');
    expect(laneFrom({ from: paris, to: paris })).toBe('FR → FR 75');
    expect(laneFrom({}, [order()])).toBe('HAM → DE 10');
    expect(laneFrom({})).toBe('DE → unknown');
  });

  test('has the end that somebody says, and of the other that nobody does', () => {
    expect(laneOf({})).toBe('unknown');
    expect(laneOf({ to: paris })).toBe('unknown → FR');
    expect(laneOf({}, [order({ shipCountry: null })])).toBe('HAM → unknown');
    expect(laneOf({}, [order({ origin: null })])).toBe('unknown → DE');
  });
});
