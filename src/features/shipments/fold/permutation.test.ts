import { expect, test } from 'vitest';
import { chanceFrom } from '../../../../test/harness/chance.ts';
import {
  berlin,
  foldedShipments,
  hanover,
  shipmentStory,
  shuffledShipments,
} from '../../../../test/harness/shipment-story.ts';
import { moment } from '../../../../test/harness/statements.ts';
import { hashOf } from '../../../core/text/content-hash.ts';

test('whole lives of parcels, told in any order with repetitions, end the same', () => {
  const once = foldedShipments(shipmentStory);
  const hash = hashOf(once);
  const chance = chanceFrom(16);
  const hashes = new Set<string>();
  for (let n = 0; n < 1_000; n += 1) {
    const again = foldedShipments(shuffledShipments(chance));
    hashes.add(hashOf(again));
    if (n % 50 === 0) expect(again).toEqual(once);
  }
  expect([...hashes]).toEqual([hash]);
});

test('the story is what it was made for', () => {
  const lives = foldedShipments(shipmentStory);
  expect(lives).toHaveLength(3);
  const [first, second, third] = lives;
  expect(first).toMatchObject({
    tracking: 'JJD-000390007',
    numbers: ['00340434292135100186', 'JJD-000390007'],
    status: 'return_to_sender',
    reason: 'consignee_refused',
    fault: 'consignee',
    deliveredAt: null,
    returnedAt: moment('2026-01-19 11:00'),
    endedAt: moment('2026-01-19 11:00'),
    handedOverAt: moment('2026-01-05 18:00'),
    serviceSaid: 'Paket',
    place: hanover,
    scanDueAt: null,
  });
  // Lost on the 10th, and silent for more than three days until it was found.
  expect(first?.silences).toEqual([
    {
      since: moment('2026-01-06 02:00'),
      dueAt: moment('2026-01-09 02:00'),
      until: moment('2026-01-10 09:00'),
    },
    {
      since: moment('2026-01-10 09:00'),
      dueAt: moment('2026-01-13 09:00'),
      until: moment('2026-01-16 09:00'),
    },
  ]);
  expect(second).toMatchObject({
    status: 'delivered',
    deliveredAt: moment('2026-06-03 10:00'),
    serviceSaid: 'Express',
    place: berlin,
  });
  expect(second?.events.map(({ standing }) => standing)).toEqual([
    'counts',
    'lifted',
    'lifted',
    'counts',
    'lift',
    'counts',
    'after the end',
  ]);
  expect(third).toMatchObject({
    status: 'picked_up',
    scanDueAt: moment('2026-11-27 12:00'),
    endedAt: null,
    carrierSaid: null,
  });
});
