import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import { chanceFrom } from '../../harness/chance.ts';
import { type Hooked, openHooked } from '../../harness/hooked.ts';
import { shipmentRows } from '../../harness/shipment-rows.ts';
import { openShop, type Shop } from '../../harness/shop.ts';
import { signed } from '../../harness/webhooks.ts';

// What AfterShip tells of parcels, from the address to the card. The bodies have the shape of its documentation.

const at = '2026-03-05T08:00:00Z';
const number = '00340434292135100186';
const open = async () => await openHooked(at, ['aftership']);

interface Scan {
  readonly tag: string;
  readonly subtag?: string;
  readonly when: string;
  readonly city?: string;
  readonly message?: string;
}

function body({
  scans,
  updated = '2026-03-05T07:30:00+00:00',
  ...more
}: {
  readonly scans: readonly Scan[];
  readonly updated?: string;
  readonly [field: string]: unknown;
}): string {
  const last = scans.at(-1);
  return JSON.stringify({
    ts: 1_772_695_800,
    event: 'tracking_update',
    event_id: `94dadd60 ${updated}`,
    is_tracking_first_tag: true,
    msg: {
      id: 'x0zj2fgg7dbkkmm7dhwe0038',
      tracking_number: number,
      slug: 'dhl-germany',
      tag: last?.tag ?? 'Pending',
      subtag: last?.subtag ?? null,
      updated_at: updated,
      shipment_type: 'Paket',
      origin_country_region: 'DEU',
      destination_country_region: 'DEU',
      destination_city: 'Berlin',
      signed_by: 'A name that nobody keeps',
      checkpoints: scans.map(({ when, ...scan }) => ({
        slug: 'dhl-germany',
        checkpoint_time: when,
        country_region: 'DEU',
        state: null,
        subtag: null,
        ...scan,
      })),
      ...more,
    },
  });
}
const sent = (text: string | Uint8Array) => ({ kind: 'aftership', topic: '', body: text }) as const;
const shipmentOf = async ({ prisma, where }: Hooked) => (await prisma.shipment.findMany({ where }))[0];
const life: readonly Scan[] = [
  { tag: 'InfoReceived', subtag: 'InfoReceived_001', when: '2026-03-02T15:00:00' },
  { tag: 'InTransit', subtag: 'InTransit_002', when: '2026-03-02T19:00:00', city: 'Hamburg' },
  { tag: 'Exception', subtag: 'Exception_017', when: '2026-03-03T09:00:00+01:00', city: 'Hanover' },
  { tag: 'OutForDelivery', subtag: 'OutForDelivery_001', when: '2026-03-04T08:10:00', city: 'Berlin' },
  { tag: 'Delivered', subtag: 'Delivered_003', when: '2026-03-04T12:40:00', city: 'Berlin' },
];

test('what it tells of a parcel in any order, twice, ends the same: delivered by local clocks, and late by weather', async () => {
  const bodies = life.map((_, n) =>
    body({
      scans: life.slice(0, n + 1),
      updated: `2026-03-0${n + 1}T07:50:00Z`,
      latest_estimated_delivery: { type: 'specific', datetime: n < 2 ? '2026-03-03' : '2026-03-04' },
    }),
  );
  const { below } = chanceFrom(16);
  const ends: object[] = [];
  for (let n = 0; n < 4; n += 1) {
    const hooked = await open();
    const all = [...bodies, ...bodies].map((one) => ({ one, place: n === 0 ? 0 : below(100) }));
    for (const { one } of all.toSorted((a, b) => a.place - b.place)) {
      await hooked.receives(sent(one));
      if (below(2) === 0) await hooked.drain();
    }
    await hooked.drain();
    expect(new Set(await hooked.states())).toEqual(new Set(['tracking_update done']));
    ends.push(await shipmentRows(hooked.prisma, hooked.where.workspaceId));
  }
  for (const end of ends) expect(end).toEqual(ends[0]);
  expect(ends[0]).toMatchObject({
    shipments: [
      {
        status: 'delivered',
        fault: 'weather',
        carrierSaid: 'dhl-germany',
        serviceSaid: 'Paket',
        fromCountry: 'DE',
        toCountry: 'DE',
        placeCity: 'Berlin',
        handedOverAt: new Date('2026-03-02T18:00:00Z'),
        deliveredAt: new Date('2026-03-04T11:40:00Z'),
        // 4 March ends in Germany.
        etaUntil: new Date('2026-03-04T23:00:00Z'),
      },
    ],
    events: [{}, {}, {}, {}, {}],
  });
  expect(inspect(ends, { depth: null })).not.toContain('A name that nobody keeps');
});

test('one byte changed, and a signature of hexadecimal digits, are refused; the same again is nothing new', async () => {
  const hooked = await open();
  const bytes = Buffer.from(body({ scans: life }));
  const headers = signed('aftership', bytes);
  for (let n = 0; n < bytes.length; n += 97) {
    const changed = Buffer.from(bytes);
    changed[n] = (changed[n] ?? 0) ^ 1;
    expect(await hooked.posts(sent(changed), headers)).toBe(404);
  }
  const hex = Buffer.from(headers['aftership-hmac-sha256'] ?? '', 'base64').toString('hex');
  expect(await hooked.posts(sent(bytes), { ...headers, 'aftership-hmac-sha256': hex })).toBe(404);
  for (let n = 0; n < 2; n += 1) {
    expect(await hooked.posts(sent(bytes), headers)).toBe(200);
    await hooked.drain();
    const { events, words } = await shipmentRows(hooked.prisma, hooked.where.workspaceId);
    expect([events.length, words.length]).toEqual([5, 1]);
  }
  expect(await hooked.states()).toEqual(['tracking_update done']);
});

test('a parcel that is said to be back with its sender is returned, and not delivered', async () => {
  const hooked = await open();
  const back: Scan = {
    tag: 'Exception',
    subtag: 'Exception_011',
    when: '2026-03-04T10:00:00Z',
    city: 'Hamburg',
  };
  await hooked.receives(sent(body({ scans: [...life.slice(0, 2), back] })));
  await hooked.drain();
  expect(await shipmentOf(hooked)).toMatchObject({
    status: 'return_to_sender',
    returnedAt: new Date('2026-03-04T10:00:00Z'),
    deliveredAt: null,
  });
});

test('what somebody marks as delivered counts without a checkpoint, and a moment that nobody can read fails by itself', async () => {
  const hooked = await open();
  await hooked.receives(sent(body({ scans: life.slice(0, 2), tag: 'Delivered', subtag: 'Delivered_001' })));
  const odd = JSON.parse(body({ scans: life.slice(0, 1), updated: '2026-03-05T07:40:00Z' }));
  odd.msg.checkpoints[0].checkpoint_time = 'yesterday';
  await hooked.receives(sent(JSON.stringify(odd)));
  await hooked.receives(sent(JSON.stringify({ event: 'tracking_pending_time', event_id: '1', msg: {} })));
  await hooked.drain();
  expect(await hooked.states()).toEqual([
    'tracking_update done',
    'tracking_update failed: its body is not what its topic says: msg.checkpoints.0.checkpoint_time cannot be read',
    'tracking_pending_time ignored: nothing is made of tracking_pending_time',
  ]);
  expect(await shipmentOf(hooked)).toMatchObject({
    status: 'delivered',
    deliveredAt: new Date('2026-03-05T07:30:00Z'),
  });
});

const secret = 'aftership_0123456789';

/** Adds AfterShip by the form of sources; posts to the end of its address. */
async function adds(shop: Shop) {
  await shop.ada.says('/ops source add');
  const values = { kind: 'aftership', name: 'Parcels', secret, currency: 'EUR' };
  expect(await shop.ada.sends('Add a source', values)).toEqual({});
  const made = await shop.ada.sees('may send from now on');
  const path = /\/webhooks\/([\w-]{22})/.exec(made.text)?.[1] ?? '';
  return async (text: string) => {
    const url = `http://127.0.0.1:${shop.app.healthPort}/webhooks/${path}`;
    const headers = signed('aftership', text, { key: secret });
    expect((await fetch(url, { method: 'POST', body: text, headers })).status).toBe(200);
    await shop.app.catchUp();
  };
}

test('AfterShip is added and tried, tells of a parcel that people look up, and what nobody knows is mapped', async () => {
  await using shop = await openShop({ at });
  const posts = await adds(shop);
  await shop.ada.says('/ops source Parcels');
  await shop.ada.presses(await shop.ada.sees('Parcels'), 'Test');
  await shop.ada.sees('Parcels works here');
  const lost: Scan = {
    tag: 'Exception',
    subtag: 'Exception_099',
    when: '2026-03-05T08:00:00',
    city: 'Hanover',
  };
  await posts(
    body({
      scans: [...life.slice(0, 2), lost],
      courier_estimated_delivery_date: { estimated_delivery_date: '2026-03-06' },
    }),
  );
  await shop.vic.says(`/shipment ${number}`);
  const card = await shop.vic.sees(number);
  expect(card.text).toContain('code Exception_099, which I do not know');
  expect(card.text).toContain('dhl-germany');
  expect(card.text).toContain('Fri 6 Mar');
  await shop.lena.says('/ops map');
  await shop.lena.sees('I do not know 1 code: Exception_099 of Parcels');
  await shop.omar.says('/ops map AfterShip Exception_099 on hold');
  await shop.omar.sees('Exception_099 of Parcels means on hold');
  await shop.app.catchUp();
  await shop.vic.says(`/shipment ${number}`);
  await shop.vic.sees('On hold');
});
