import { expect, test } from 'vitest';
import { countryCode } from '../../../core/text/country.ts';
import { meantBy } from './codes.ts';
import { aftershipMeaning } from './meaning.ts';

const teller = { source: 'parcels', channel: 'aftership', deliveryId: null };

function told(msg: object) {
  const body = {
    msg: { tracking_number: '1', tag: 'Pending', updated_at: '2026-03-05T08:00:00Z', ...msg },
  };
  const meaning = aftershipMeaning('tracking_update', body, teller, 'Europe/Berlin');
  if (meaning.is !== 'shipments') throw new Error(JSON.stringify(meaning));
  const [statement] = meaning.statements;
  if (!statement) throw new Error('Nothing was told.');
  return statement;
}

test.each([
  ['Pending', 'Pending_004', 'unknown', null],
  ['Expired', null, 'unknown', null],
  ['InfoReceived', 'InfoReceived_001', 'pending', null],
  ['InTransit', 'InTransit_002', 'picked_up', null],
  // A newer one of a status that is known.
  ['InTransit', 'InTransit_077', 'in_transit', null],
  ['OutForDelivery', null, 'out_for_delivery', null],
  ['AttemptFail', 'AttemptFail_002', 'delivery_failed', 'consignee_absent'],
  ['AvailableForPickup', 'AvailableForPickup_001', 'ready_for_pickup', null],
  ['Delivered', 'Delivered_005', 'delivered', null],
  ['Exception', 'Exception_003', 'delivery_failed', 'consignee_refused'],
  ['Exception', 'Exception_004', 'delayed', 'customs_held'],
  ['Exception', 'Exception_008', 'delivery_failed', 'consignee_not_collected'],
  ['Exception', 'Exception_010', 'return_to_sender', null],
  ['Exception', 'Exception_012', 'delivery_failed', 'carrier_damaged'],
  ['Exception', 'Exception_013', 'delivery_failed', 'carrier_lost'],
  ['Exception', 'Exception_016', 'delayed', 'carrier_delay'],
  ['Exception', 'Exception_018', 'on_hold', 'customs_papers'],
])('%s with %s is %s', (tag, subtag, status, reason) => {
  expect(meantBy(tag, subtag)).toEqual({ status, reason });
});

test('an exception that nobody knows, and a status that is a word of JavaScript, mean nothing', () => {
  for (const [tag, subtag] of [
    ['Exception', null],
    ['Exception', 'Exception_099'],
    ['Teleported', 'Teleported_001'],
    ['constructor', 'toString'],
  ] as const)
    expect(meantBy(tag, subtag)).toBeNull();
});

test.each([
  ['a day', { latest_estimated_delivery: { datetime: '2026-03-06' } }, { kind: 'date', on: '2026-03-06' }],
  [
    'the beginning of a day',
    { courier_estimated_delivery_date: { estimated_delivery_date: '2026-03-06T00:00:00+01:00' } },
    { kind: 'date', on: '2026-03-06' },
  ],
  ['the end of a day', { expected_delivery: '2026-03-06T23:59:59' }, { kind: 'date', on: '2026-03-06' }],
  [
    'a time of where it goes',
    { latest_estimated_delivery: { datetime: '2026-03-06T18:00:00' } },
    { kind: 'date', on: '2026-03-06' },
  ],
  [
    'a moment',
    { latest_estimated_delivery: { datetime: '2026-03-06T18:00:00+01:00' } },
    { kind: 'instant', at: new Date('2026-03-06T17:00:00Z') },
  ],
  ['what nobody can read', { latest_estimated_delivery: { datetime: 'soon' } }, undefined],
  [
    'the latest estimate, whoever made it',
    {
      latest_estimated_delivery: { datetime: '2026-03-07' },
      courier_estimated_delivery_date: { estimated_delivery_date: '2026-03-06' },
    },
    { kind: 'date', on: '2026-03-07' },
  ],
])('an estimate that is %s', (_, msg, estimate) => {
  expect(told(msg).about.estimate).toEqual(estimate);
});

test('a scan without an offset is on the clock of its place, else of where the parcel goes, else of the business', () => {
  const scan = (more: object) => ({ tag: 'InTransit', checkpoint_time: '2026-03-02T19:00:00', ...more });
  const times = (msg: object) => told(msg).events.map(({ at }) => at.toISOString());
  expect(times({ checkpoints: [scan({ country_region: 'USA', state: 'CA' })] })).toEqual([
    '2026-03-03T03:00:00.000Z',
  ]);
  expect(times({ destination_country_iso3: 'JPN', checkpoints: [scan({})] })).toEqual([
    '2026-03-02T10:00:00.000Z',
  ]);
  expect(times({ checkpoints: [scan({})] })).toEqual(['2026-03-02T18:00:00.000Z']);
  expect(times({ checkpoints: [scan({ checkpoint_time: '2026-03-02' })] })).toEqual([
    '2026-03-01T23:00:00.000Z',
  ]);
  // Clocks skip this hour in Berlin: the first minute that exists.
  expect(times({ checkpoints: [scan({ checkpoint_time: '2026-03-29T02:30:00' })] })).toEqual([
    '2026-03-29T01:00:00.000Z',
  ]);
});

test('a year that cannot be right fails', () => {
  const checkpoints = [{ tag: 'InTransit', checkpoint_time: '0001-01-01T00:00:00' }];
  const body = {
    msg: { tracking_number: '1', tag: 'InTransit', updated_at: '2026-03-05T08:00:00Z', checkpoints },
  };
  expect(aftershipMeaning('tracking_update', body, teller, 'UTC')).toMatchObject({ is: 'failed' });
});

test('countries are told by three letters', () => {
  expect(['DEU', 'USA', 'GBR', 'XYZ', 'CHE'].map(countryCode)).toEqual(['DE', 'US', 'GB', null, 'CH']);
});
