import { expect, test } from 'vitest';
import { about, foldedShipments, lift, scanned, tells } from '../../../../test/harness/shipment-story.ts';
import type { ShipmentStatement } from '../telling/model.ts';

const onItsWay = tells([scanned('2026-03-02 09:00', 'picked_up')], {
  about: { promise: { kind: 'date', on: '2026-03-05' } },
});
const delayed = tells([scanned('2026-03-04 09:00', 'delayed', { reason: 'weather_delay' })]);
const expected = (said: string, on: string) => about(said, { estimate: { kind: 'date', on } });

test.each<[string, readonly ShipmentStatement[], string | null]>([
  ['on its way', [], null],
  ['delayed', [delayed], '2026-03-04T08:00:00.000Z'],
  [
    'delayed, and on its way again',
    [delayed, tells([scanned('2026-03-04 18:00', 'in_transit')])],
    '2026-03-04T08:00:00.000Z',
  ],
  ['expected on the day', [expected('2026-03-03 10:00', '2026-03-05')], null],
  ['expected later', [expected('2026-03-03 10:00', '2026-03-06')], '2026-03-03T09:00:00.000Z'],
  [
    'expected later, and delayed after that',
    [expected('2026-03-03 10:00', '2026-03-06'), delayed],
    '2026-03-03T09:00:00.000Z',
  ],
  [
    'expected later for a while',
    [expected('2026-03-03 10:00', '2026-03-06'), expected('2026-03-03 12:00', '2026-03-05')],
    '2026-03-03T09:00:00.000Z',
  ],
  [
    'delayed after it was delivered, which a lead took back',
    [
      tells([scanned('2026-03-03 09:00', 'delivered'), scanned('2026-03-03 10:00', 'delayed')]),
      tells([lift('2026-03-03 11:00')], { source: 'person' }),
    ],
    '2026-03-03T09:00:00.000Z',
  ],
])('a parcel that is %s came into trouble, or did not', (_, more, moment) => {
  const [shipment] = foldedShipments([onItsWay, ...more]);
  expect(shipment?.troubleAt?.toISOString() ?? null).toBe(moment);
});
