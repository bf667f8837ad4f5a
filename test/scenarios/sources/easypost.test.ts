import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { Secret } from '../../../src/core/runtime/secret.ts';
import { mapCode } from '../../../src/features/shipments/index.ts';
import { replayDelivery } from '../../../src/features/sources/editing/replay.ts';
import { secretPurpose } from '../../../src/features/sources/source/model.ts';
import { chanceFrom } from '../../harness/chance.ts';
import { type Hooked, openHooked } from '../../harness/hooked.ts';
import { sharedFile } from '../../harness/import.ts';
import { shipmentRows } from '../../harness/shipment-rows.ts';

// What EasyPost tells of parcels, from the address to the rows.

const at = '2024-08-03T08:00:00Z';
const open = async (when = at) => await openHooked(when, ['easypost']);

interface Scan {
  readonly status: string;
  readonly detail?: string;
  readonly when: string;
  readonly city?: string;
}

/** An event of EasyPost's about the tracker of one number. */
function body({
  scans,
  status = scans.at(-1)?.status ?? 'unknown',
  updated = scans.at(-1)?.when ?? at,
  estimate = null as string | null,
}: {
  readonly scans: readonly Scan[];
  readonly status?: string;
  readonly updated?: string;
  readonly estimate?: string | null;
}): string {
  return JSON.stringify({
    id: `evt_${updated}`,
    object: 'Event',
    description: 'tracker.updated',
    result: {
      id: 'trk_1',
      object: 'Tracker',
      tracking_code: '9400100000000000000017',
      status,
      status_detail: null,
      updated_at: updated,
      est_delivery_date: estimate,
      carrier: 'USPS',
      tracking_details: scans.map((scan) => ({
        message: `${scan.status} told`,
        status: scan.status,
        status_detail: scan.detail ?? null,
        datetime: scan.when,
        tracking_location: { city: scan.city ?? null, state: null, country: 'US', zip: null },
      })),
      weight: 614.4,
    },
  });
}
const sent = (text: string | Uint8Array) => ({ kind: 'easypost', topic: '', body: text }) as const;
const shipmentsOf = async ({ prisma, where }: Hooked) =>
  await prisma.shipment.findMany({ where, orderBy: { beganAt: 'asc' } });
const life: readonly Scan[] = [
  { status: 'pre_transit', when: '2024-07-31T09:00:00Z' },
  { status: 'in_transit', detail: 'received_at_origin_facility', when: '2024-07-31T19:00:00Z', city: 'RENO' },
  { status: 'in_transit', detail: 'weather_delay', when: '2024-08-01T10:00:00Z', city: 'ELKO' },
  { status: 'out_for_delivery', when: '2024-08-02T12:00:00Z', city: 'BOISE' },
  { status: 'delivered', when: '2024-08-02T18:00:00Z', city: 'BOISE' },
];

test('what it tells of a parcel in any order, twice, ends the same: delivered, and late by weather', async () => {
  const bodies = life.map((_, n) => body({ scans: life.slice(0, n + 1), estimate: '2024-08-01T00:00:00Z' }));
  const chance = chanceFrom(16);
  const ends: object[] = [];
  for (let n = 0; n < 4; n += 1) {
    const hooked = await open();
    const all = [...bodies, ...bodies].map((one) => ({ one, place: n === 0 ? 0 : chance.below(100) }));
    for (const { one } of all.toSorted((a, b) => a.place - b.place)) {
      await hooked.receives(sent(one));
      if (chance.below(2) === 0) await hooked.drain();
    }
    await hooked.drain();
    expect(new Set(await hooked.states())).toEqual(new Set(['tracker.updated done']));
    ends.push(await shipmentRows(hooked.prisma, hooked.where.workspaceId));
  }
  for (const end of ends) expect(end).toEqual(ends[0]);
  expect(ends[0]).toMatchObject({
    shipments: [
      {
        status: 'delivered',
        fault: 'weather',
        placeCity: 'BOISE',
        handedOverAt: new Date('2024-07-31T19:00:00Z'),
        deliveredAt: new Date('2024-08-02T18:00:00Z'),
        carrierSaid: 'USPS',
        // The day ends in the zone of the business, since nobody says where it goes.
        etaUntil: new Date('2024-08-01T22:00:00Z'),
      },
    ],
    events: [{}, {}, {}, {}, {}],
  });
});

test('a status that nobody knows is kept and counted once, and never delivers', async () => {
  const hooked = await open();
  const odd = { status: 'delivered_to_drone', when: '2024-08-02T20:00:00Z' };
  for (const scans of [life.slice(0, 2), [...life.slice(0, 2), odd], [odd]])
    await hooked.receives(sent(body({ scans, updated: '2024-08-02T21:00:00Z' })));
  await hooked.drain();
  expect(await shipmentsOf(hooked)).toMatchObject([
    { status: 'picked_up', endedAt: null, scannedAt: new Date(odd.when) },
  ]);
  const codes = await hooked.prisma.unknownCode.findMany({ where: hooked.where });
  expect(codes).toMatchObject([
    { code: 'delivered_to_drone', count: 1, sample: '9400100000000000000017', lastAt: new Date(odd.when) },
  ]);
});

test('a code that somebody maps counts for what was told before and for what comes, and can be taken back', async () => {
  const hooked = await open();
  const odd = { status: 'delivered_to_drone', when: '2024-08-02T20:00:00Z' };
  await hooked.receives(sent(body({ scans: [...life.slice(0, 2), odd] })));
  await hooked.drain();
  const maps = async (status: 'delivered' | 'unknown') => {
    const code = { source: hooked.sourceId('easypost'), code: odd.status, status };
    const { shipments } = await mapCode.call(hooked.ctx(), code);
    await hooked.drain();
    return shipments;
  };
  expect(await maps('delivered')).toBe(1);
  expect(await shipmentsOf(hooked)).toMatchObject([{ status: 'delivered', deliveredAt: new Date(odd.when) }]);
  expect(await maps('delivered')).toBe(0);
  const later = { ...odd, when: '2024-08-02T21:00:00Z' };
  await hooked.receives(sent(body({ scans: [...life.slice(0, 2), odd, later] })));
  await hooked.drain();
  expect(await shipmentsOf(hooked)).toMatchObject([{ status: 'delivered', deliveredAt: new Date(odd.when) }]);
  expect(await maps('unknown')).toBe(1);
  expect(await shipmentsOf(hooked)).toMatchObject([{ status: 'picked_up', deliveredAt: null }]);
  const code = { source: hooked.sourceId('easypost'), code: 'never_sent', status: 'delivered' as const };
  await expect(mapCode.call(hooked.ctx(), code)).rejects.toThrow('No event had the code never_sent');
});

test('an end that the tracker tells without a scan counts, and being on its way does not', async () => {
  const hooked = await open();
  const [, picked] = life;
  await hooked.receives(sent(body({ scans: [], status: 'in_transit', updated: '2024-07-31T20:00:00Z' })));
  await hooked.drain();
  expect(await shipmentsOf(hooked)).toMatchObject([{ status: 'unknown', scannedAt: null }]);
  for (const updated of ['2024-08-02T10:00:00Z', '2024-08-02T22:00:00Z'])
    await hooked.receives(sent(body({ scans: picked ? [picked] : [], status: 'return_to_sender', updated })));
  await hooked.drain();
  expect(await shipmentsOf(hooked)).toMatchObject([{ status: 'return_to_sender', endedAt: null }]);
});

test('a text that is too long is cut, and an estimate that nobody can read is none', async () => {
  const hooked = await open();
  const long = 'x'.repeat(2_000);
  const told = JSON.parse(body({ scans: life.slice(0, 2), estimate: 'next week' })) as {
    result: { carrier: string; tracking_details: Record<string, unknown>[] };
  };
  const { result } = told;
  result.carrier = long;
  for (const detail of result.tracking_details)
    Object.assign(detail, { message: long, carrier_code: long, tracking_location: { city: long } });
  await hooked.receives(sent(JSON.stringify(told)));
  await hooked.drain();
  expect(await hooked.states()).toEqual(['tracker.updated done']);
  expect(await shipmentsOf(hooked)).toMatchObject([
    { status: 'picked_up', carrierSaid: 'x'.repeat(100), placeCity: 'x'.repeat(100), etaUntil: null },
  ]);
});

test('what is in the future or no tracker fails by itself; other events are ignored', async () => {
  const hooked = await open();
  await hooked.receives(
    sent(body({ scans: [{ status: 'delivered', when: '2024-08-05T08:00:01Z' }], updated: at })),
  );
  await hooked.receives(
    sent(JSON.stringify({ description: 'tracker.updated', result: { object: 'Batch' } })),
  );
  await hooked.receives(sent(JSON.stringify({ description: 'batch.created', result: {} })));
  await hooked.drain();
  expect(await hooked.states()).toEqual([
    'tracker.updated failed: its time, 2024-08-05T08:00:01.000Z, is in the future',
    expect.stringMatching(/^tracker.updated failed: its body is not what its topic says/),
    'batch.created ignored: nothing is made of batch.created',
  ]);
  expect(await shipmentsOf(hooked)).toEqual([]);
});

const vector = sharedFile('webhooks/easypost.tracker.updated.json', 1);

test.runIf(vector !== null)(
  'the published delivery with its published signature is seven events, and none again; the estimate is a day; one byte changed is refused',
  async () => {
    const hooked = await open();
    const bytes = readFileSync(vector ?? '');
    const published = {
      'content-type': 'application/json',
      'x-hmac-signature': 'hmac-sha256-hex=38f3f53c103713df81616a0a186d77141957323ec21d5fe9363db93840f527db',
    };
    await signsWith(hooked, 's\u00e9cret');
    const counts = async () => {
      const { events, words, shipments } = await shipmentRows(hooked.prisma, hooked.where.workspaceId);
      return [shipments.length, events.length, words.length];
    };
    for (let n = 0; n < bytes.length; n += 97) {
      const changed = Buffer.from(bytes);
      changed[n] = (changed[n] ?? 0) ^ 1;
      expect(await hooked.posts(sent(changed), published)).toBe(404);
    }
    expect(await hooked.posts(sent(bytes), published)).toBe(200);
    await hooked.drain();
    expect(await counts()).toEqual([1, 7, 1]);
    expect(await hooked.posts(sent(bytes), published)).toBe(200);
    const [delivery] = await hooked.prisma.webhookDelivery.findMany({ where: hooked.where });
    await replayDelivery.call(hooked.ctx(), { id: delivery?.id ?? '' });
    await hooked.drain();
    expect(await counts()).toEqual([1, 7, 1]);
    expect(await shipmentsOf(hooked)).toMatchObject([
      {
        tracking: '1',
        carrierSaid: 'FedEx',
        serviceSaid: 'FEDEX_GROUND',
        status: 'in_transit',
        placeCity: 'EDISON',
        placeRegion: 'NJ',
        fromCountry: 'US',
        scannedAt: new Date('2024-08-02T18:50:00Z'),
        toRegion: 'NY',
        // 5 August ends in New York.
        etaUntil: new Date('2024-08-06T04:00:00Z'),
        scanDueAt: new Date('2024-08-05T18:50:00Z'),
      },
    ]);
    const [word] = await hooked.prisma.shipmentWord.findMany({ where: hooked.where });
    expect(word?.about).toMatchObject({ estimate: { kind: 'date', on: '2024-08-05' } });
  },
);

/** A secret as its sender has it: shorter than we let anybody choose. */
async function signsWith({ ctx, prisma, where, sourceId }: Hooked, text: string): Promise<void> {
  const own = ctx();
  const id = own.ids.uuid(own.now);
  await own.engine.database.transaction(
    own.workspace.id,
    async (tx) =>
      await own.engine.database.secrets.keep(tx, { id, purpose: secretPurpose }, new Secret(text), own.now),
  );
  const key = { workspaceId: where.workspaceId, id: sourceId('easypost') };
  await prisma.webhookSource.update({ where: { workspaceId_id: key }, data: { secretId: id } });
}
