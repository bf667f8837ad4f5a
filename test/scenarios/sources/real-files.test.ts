import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { mapLocation } from '../../../src/features/sources/editing/places.ts';
import type { HeardKind } from '../../../src/features/sources/source/model.ts';
import { builders } from '../../harness/builders.ts';
import { type Chance, chanceFrom } from '../../harness/chance.ts';
import { type Hooked, openHooked, type Sent } from '../../harness/hooked.ts';
import { sharedFile } from '../../harness/import.ts';
import { orderRows } from '../../harness/order-rows.ts';
import { signed } from '../../harness/webhooks.ts';

// Bodies that Shopify and WooCommerce have published, from the address to the rows. What is expected of each is typed from
// its file by hand.

const at = '2025-10-03T08:00:00Z';
const topics = {
  'shopify.order': 'orders/updated',
  'shopify.fulfillment': 'fulfillments/update',
  'shopify.fulfillment_event': 'fulfillment_events/create',
  'shopify.fulfillment_order': 'fulfillment_orders/order_routing_complete',
  'shopify.refund': 'refunds/create',
  'shopify.product': 'products/update',
  'shopify.inventory_level': 'inventory_levels/update',
  'woocommerce.order': 'order.updated',
} as const;
type File = keyof typeof topics;
const names = Object.keys(topics) as File[];
const shuffles = 24;

const isThere = sharedFile('webhooks/shopify.order.json', 6) !== null;

const kindOf = (name: File) => name.split('.')[0] as HeardKind;
function fileOf(name: File): Sent & { readonly body: Buffer } {
  const path = sharedFile(`webhooks/${name}.json`, 1) ?? '';
  return { kind: kindOf(name), topic: topics[name], body: readFileSync(path), id: `the id of ${name}` };
}

const open = async () => await openHooked(at, ['shopify', 'woocommerce']);

/** Hamburg is what Shopify calls 655441491. */
async function maps({ prisma, ctx, clock, sourceId }: Hooked) {
  await builders(prisma, ctx().workspace, clock.now()).location({ code: 'HAM', name: 'Hamburg' });
  const place = { id: sourceId('shopify'), external: '655441491', location: 'HAM' };
  await mapLocation.call(ctx(), place);
}

/** All that a workspace has of these files, without our own ids and when it came. */
async function stored({ prisma, where }: Hooked) {
  const skus = await prisma.sku.findMany({ where, orderBy: { code: 'asc' } });
  const codes = new Map(skus.map(({ id, code }) => [id, code]));
  const places = await prisma.location.findMany({ where });
  const rows = await orderRows(prisma, where.workspaceId, [
    ...codes,
    ...places.map(({ id, code }) => [id, code] as const),
  ]);
  return {
    ...rows,
    skus: skus.map(({ code, title, barcode, priceMinor, currency, listed, category, supplier }) =>
      [code, title, barcode, priceMinor, currency, listed, category, supplier].join(' | '),
    ),
    levels: (await prisma.level.findMany({ where })).map(
      ({ skuId, bucket, quantity }) => `${codes.get(skuId)} ${bucket} ${quantity}`,
    ),
    legs: (await prisma.ledgerLeg.findMany({ where })).map(
      ({ skuId, bucket, quantity }) => `${codes.get(skuId)} ${bucket} ${quantity}`,
    ),
    refs: (await prisma.externalRef.findMany({ where }))
      .map(
        ({ source, kind, externalId, id }) => `${source} ${kind} ${externalId} ${codes.get(id) ?? 'other'}`,
      )
      .sort(),
  };
}

test.runIf(isThere)('the files of a shop and of another end as what they say', async () => {
  const hooked = await open();
  for (const name of names) await hooked.receives(fileOf(name));
  await hooked.drain();
  await maps(hooked);
  await hooked.drain();
  expect(new Set((await hooked.states()).map((one) => one.split(' ')[1]))).toEqual(new Set(['done']));
  const all = await stored(hooked);
  expect(all.orders).toMatchObject([
    {
      number: '#1001',
      channel: 'shopify',
      currency: 'USD',
      totalMinor: 59_894n,
      customerReference: '207119551',
      shipCountry: 'US',
      shipRegion: 'KY',
      service: 'Free Shipping',
      placedAt: new Date('2008-01-10T16:00:00Z'),
      paidAt: new Date('2008-01-10T16:00:00Z'),
      allocatedAt: new Date('2025-07-02T16:22:26Z'),
      // Its only parcel failed, whatever was scanned of it.
      stage: 'allocated',
      labelledAt: null,
      handedOverAt: null,
      test: false,
    },
    {
      number: '727',
      channel: 'woocommerce',
      currency: 'USD',
      totalMinor: 2_935n,
      shipCountry: 'US',
      shipRegion: 'CA',
      service: 'flat_rate',
      placedAt: new Date('2017-03-22T19:28:02Z'),
      paidAt: new Date('2017-03-22T19:28:08Z'),
      stage: 'labelled',
      labelledAt: new Date('2017-03-22T19:30:35Z'),
    },
  ]);
  const lines = all.lines as readonly Record<string, unknown>[];
  expect(
    lines.map((one) =>
      [
        one.orderId,
        one.lineKey,
        one.code,
        one.skuId,
        one.originalQuantity,
        one.open,
        one.unitPriceMinor,
      ].join(' '),
    ),
  ).toEqual([
    '#1001 466157049 IPOD2008GREEN IPOD2008GREEN 1 0 19900',
    '#1001 518995019 IPOD2008RED IPOD2008RED 1 1 19900',
    '#1001 703073504 IPOD2008BLACK IPOD2008BLACK 1 0 19900',
    '727 315   2 2 300',
    '727 316 Bar3  1 1 1200',
  ]);
  // Current 0/1/0: the first and the third were refunded before they left.
  expect(lines.map(({ orderId, cancelled }) => `${orderId} ${cancelled}`)).toEqual([
    '#1001 1',
    '#1001 0',
    '#1001 1',
    '727 0',
    '727 0',
  ]);
  expect(lines.map(({ shipped }) => shipped)).toEqual([0, 0, 0, 0, 0]);
  expect(all.parcels).toMatchObject([
    {
      externalId: '255858046',
      state: 'failed',
      carrierSaid: 'USPS',
      tracking: ['1Z1234512345123456'],
      locationId: 'HAM',
      handedOverAt: null,
    },
    { externalId: 'whole 727', state: 'labelled', handedOverAt: null },
  ]);
  expect(all.refunds).toMatchObject([
    { externalId: '509562969', amountMinor: 20_900n, note: 'it broke during shipping' },
    { externalId: '929361472', amountMinor: 4_194n, note: 'wrong size' },
  ]);
  expect(all.refundLines).toMatchObject([
    { externalId: '509562969', lineKey: '466157049', quantity: 1, restock: 'cancel' },
    { externalId: '509562969', lineKey: '703073504', quantity: 1, restock: 'cancel' },
    { externalId: '929361472', lineKey: '518995019', quantity: 1, restock: 'none' },
  ]);
  expect(all.skus).toEqual([
    'IPOD2008BLACK | IPod Nano - 8GB – Black | 1234_BLACK | 19900 | USD | true | Cult Products | Apple',
    'IPOD2008GREEN | IPod Nano - 8GB – Green | 1234_GREEN | 19900 | USD | true | Cult Products | Apple',
    'IPOD2008PINK | IPod Nano - 8GB – Pink | 1234_PINK | 19900 | USD | true | Cult Products | Apple',
    'IPOD2008RED | IPod Nano - 8GB – Red | 1234_RED | 19900 | USD | true | Cult Products | Apple',
  ]);
  // The refunds moved nothing: the one leg is the level's.
  expect([all.levels, all.legs]).toEqual([['IPOD2008PINK available 6'], ['IPOD2008PINK available 6']]);
  expect(
    (all.demand as readonly Record<string, unknown>[]).map(({ skuId, ordered }) => `${skuId} ${ordered}`),
  ).toEqual(['IPOD2008BLACK 1', 'IPOD2008GREEN 1', 'IPOD2008RED 1']);
});

test.runIf(isThere)('the level waits for its product, then for its location', async () => {
  const hooked = await open();
  const levels = async () => (await stored(hooked)).levels;
  await hooked.receives(fileOf('shopify.inventory_level'));
  await hooked.drain();
  expect(await hooked.states()).toEqual(['inventory_levels/update parked: sku 808950810']);
  await hooked.receives(fileOf('shopify.product'));
  await hooked.drain();
  expect((await hooked.states())[0]).toBe('inventory_levels/update parked: location 655441491');
  expect(await levels()).toEqual([]);
  await maps(hooked);
  await hooked.drain();
  expect(await hooked.states()).toEqual(['inventory_levels/update done', 'products/update done']);
  expect(await levels()).toEqual(['IPOD2008PINK available 6']);
});

/** What a thief or a broken line could make of a body: each is another one. */
function changed(body: Buffer): readonly Buffer[] {
  const flipped = [0, 1, body.length >> 1, body.length - 2, body.length - 1].map((place) => {
    const other = Buffer.from(body);
    other[place] = (other[place] ?? 0) ^ 1;
    return other;
  });
  const text = body.toString();
  const spaced = [`${text}\n`, ` ${text}`, text.replace(': ', ':'), text.replace('"id"', '"id" ')];
  return [...flipped, ...spaced.filter((one) => one !== text).map((one) => Buffer.from(one))];
}

test.runIf(isThere)(
  'with one byte changed each is refused and counted, and nothing of it is kept',
  async () => {
    const hooked = await open();
    const counts = { shopify: 0, woocommerce: 0 };
    for (const name of names) {
      const file = fileOf(name);
      const headers = signed(file.kind, file.body, file);
      for (const body of changed(file.body)) {
        expect(await hooked.posts({ ...file, body }, headers), name).toBe(404);
        counts[file.kind as keyof typeof counts] += 1;
      }
      // Whole, but as the other shop signs.
      const other = file.kind === 'shopify' ? 'woocommerce' : 'shopify';
      expect(await hooked.posts(file, signed(other, file.body, file))).toBe(404);
      counts[file.kind as keyof typeof counts] += 1;
    }
    await hooked.receiver.stop();
    const { prisma, where } = hooked;
    expect(await prisma.webhookRefusal.findMany({ where, orderBy: { source: 'asc' } })).toMatchObject([
      {
        source: hooked.sourceId('shopify'),
        reason: 'wrong signature',
        hour: new Date(at),
        count: counts.shopify,
      },
      {
        source: hooked.sourceId('woocommerce'),
        reason: 'wrong signature',
        hour: new Date(at),
        count: counts.woocommerce,
      },
    ]);
    expect(await prisma.webhookDelivery.count({ where })).toBe(0);
    expect(await prisma.work.count({ where })).toBe(0);
    expect(await prisma.order.count({ where })).toBe(0);
  },
);

test.runIf(isThere)('the signatures that were worked out elsewhere are taken', async () => {
  const hooked = await open();
  const wooed = {
    'content-type': 'application/json',
    'x-wc-webhook-signature': 'pu66ZXMJiCE2Q/SO055fDHTkdZ2w0rTtYXR7leBtEKM=',
    'x-wc-webhook-topic': 'order.updated',
  };
  const shopified = {
    'content-type': 'application/json',
    'x-shopify-hmac-sha256': 'e+Bhn9D2S+VrqXVeHcLbVbjqAMNu7Rzu2pLXGksCths=',
    'x-shopify-topic': 'orders/updated',
  };
  expect(await hooked.posts(fileOf('woocommerce.order'), wooed)).toBe(200);
  expect(await hooked.posts(fileOf('shopify.order'), shopified)).toBe(200);
});

test.runIf(isThere)('each file twice, as one delivery or as two, changes nothing', async () => {
  const hooked = await open();
  await maps(hooked);
  for (const name of names) await hooked.receives(fileOf(name));
  await hooked.drain();
  const once = await stored(hooked);
  const { prisma, where } = hooked;
  const audit = await prisma.auditEntry.count({ where });
  for (const name of names) await hooked.receives(fileOf(name));
  expect(await prisma.webhookDelivery.count({ where })).toBe(names.length);
  for (const name of names) await hooked.receives({ ...fileOf(name), id: `again ${name}` });
  await hooked.drain();
  // WooCommerce's id tells deliveries of one second not apart, so there the same body is the same delivery.
  const ofWoo = names.filter((name) => name.startsWith('woocommerce')).length;
  expect(await prisma.webhookDelivery.count({ where: { ...where, state: 'done' } })).toBe(
    2 * names.length - ofWoo,
  );
  expect(await stored(hooked)).toEqual(once);
  expect(await prisma.auditEntry.count({ where })).toBe(audit);
});

function shuffled<One>(all: readonly One[], { below }: Chance): readonly One[] {
  const places = all.map((one) => [below(1_000_000), one] as const);
  return places.toSorted(([a], [b]) => a - b).map(([, one]) => one);
}

test.runIf(isThere)('in every order, in batches of any size and some twice, the same rows', async () => {
  const chance = chanceFrom(15);
  const once = await open();
  await maps(once);
  for (const name of names) await once.receives(fileOf(name));
  await once.drain();
  const expected = await stored(once);
  for (let n = 0; n < shuffles; n += 1) {
    const hooked = await open();
    const steps = [
      ...names.map((name) => async () => await hooked.receives(fileOf(name))),
      ...names
        .filter(() => chance.below(3) === 0)
        .map((name) => async () => await hooked.receives({ ...fileOf(name), id: `again ${name}` })),
      async () => await maps(hooked),
    ];
    for (const step of shuffled(steps, chance)) {
      await step();
      if (chance.below(2) === 0) await hooked.drain();
    }
    await hooked.drain();
    expect(await stored(hooked), `shuffle ${n}`).toEqual(expected);
    await hooked.receiver.stop();
  }
});
