import { expect, test } from 'vitest';
import { type Hooked, openHooked } from '../../harness/hooked.ts';
import { shipmentRows } from '../../harness/shipment-rows.ts';
import { signed } from '../../harness/webhooks.ts';

// What Shippo tells of parcels, from the address to the rows. The bodies have the shape of its documentation.

const at = '2026-03-05T08:00:00Z';
const open = async () => await openHooked(at, ['shippo']);

const scan = (status: string, code: string | null, when: string, city: string | null = null) => ({
  object_id: `scan ${when}`,
  status,
  substatus: code && { code, text: `${code} told`, action_required: false },
  status_date: when,
  status_details: `${status} told`,
  location: city && { city, state: 'NV', zip: '89501', country: 'US' },
});
type Scan = ReturnType<typeof scan>;
const life: readonly Scan[] = [
  scan('PRE_TRANSIT', 'information_received', '2026-03-02T09:00:00Z'),
  scan('TRANSIT', 'package_accepted', '2026-03-02T19:00:00Z', 'RENO'),
  scan('TRANSIT', 'location_inaccessible', '2026-03-03T18:00:00Z', 'RENO'),
  scan('DELIVERED', 'delivered', '2026-03-04T18:00:00Z', 'RENO'),
];

function body(history: readonly Scan[], more: object = {}): string {
  const last = history.at(-1);
  return JSON.stringify({
    event: 'track_updated',
    test: false,
    data: {
      tracking_number: '9205590164917312751089',
      carrier: 'usps',
      servicelevel: { token: 'usps_priority', name: 'Priority Mail' },
      eta: '2026-03-04T00:00:00Z',
      address_from: { city: 'Las Vegas', state: 'NV', zip: '89101', country: 'US' },
      address_to: { city: 'Reno', state: 'NV', zip: '89501', country: 'US' },
      tracking_status: last && { ...last, object_updated: last.status_date },
      tracking_history: history,
      ...more,
    },
  });
}
const sent = (text: string | Uint8Array) => ({ kind: 'shippo', topic: '', body: text }) as const;
const rowsOf = async ({ prisma, where }: Hooked) => await shipmentRows(prisma, where.workspaceId);

test('a life that is told scan by scan, backwards and twice is one parcel, late by who was to let it in', async () => {
  const hooked = await open();
  const bodies = life.map((_, n) => body(life.slice(0, n + 1)));
  for (const one of [...bodies.toReversed(), ...bodies]) await hooked.receives(sent(one));
  await hooked.drain();
  const rows = await rowsOf(hooked);
  expect(rows).toMatchObject({
    shipments: [
      {
        carrierSaid: 'usps',
        serviceSaid: 'Priority Mail',
        status: 'delivered',
        reason: 'consignee_access',
        fault: 'consignee',
        handedOverAt: new Date('2026-03-02T19:00:00Z'),
        deliveredAt: new Date('2026-03-04T18:00:00Z'),
        // 4 March ends in Nevada.
        etaUntil: new Date('2026-03-05T08:00:00Z'),
      },
    ],
    events: [{}, {}, {}, {}],
  });
  for (const one of bodies) await hooked.receives(sent(one));
  await hooked.drain();
  expect(await rowsOf(hooked)).toEqual(rows);
});

test('one byte changed, another secret and a time that is five minutes old are refused', async () => {
  const hooked = await open();
  const bytes = Buffer.from(body(life));
  const headers = signed('shippo', bytes, { at: hooked.clock.now() });
  for (let n = 0; n < bytes.length; n += 97) {
    const changed = Buffer.from(bytes);
    changed[n] = (changed[n] ?? 0) ^ 1;
    expect(await hooked.posts(sent(changed), headers)).toBe(404);
  }
  const other = signed('shippo', bytes, { at: hooked.clock.now(), key: 'another_secret' });
  expect(await hooked.posts(sent(bytes), other)).toBe(404);
  const old = signed('shippo', bytes, { at: new Date(hooked.clock.now().getTime() - 301_000) });
  expect(await hooked.posts(sent(bytes), old)).toBe(404);
  expect(await hooked.posts(sent(bytes), headers)).toBe(200);
});

test('a status that nobody knows is kept and counted, and what tells of nothing is ignored', async () => {
  const hooked = await open();
  await hooked.receives(sent(body([...life.slice(0, 2), scan('TELEPORTED', null, '2026-03-04T18:00:00Z')])));
  await hooked.receives(sent(body([], { tracking_status: null })));
  await hooked.receives(sent(JSON.stringify({ event: 'batch_created', data: {} })));
  await hooked.drain();
  expect(await hooked.states()).toEqual([
    'track_updated done',
    'track_updated ignored: it tells nothing of its parcel yet',
    'batch_created ignored: nothing is made of batch_created',
  ]);
  expect((await rowsOf(hooked)).shipments).toMatchObject([{ status: 'picked_up', endedAt: null }]);
  expect(await hooked.prisma.unknownCode.findMany({ where: hooked.where })).toMatchObject([
    { code: 'TELEPORTED', count: 1 },
  ]);
});
