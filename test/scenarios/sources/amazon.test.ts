import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { mapLocation } from '../../../src/features/sources/editing/places.ts';
import { replayDelivery } from '../../../src/features/sources/editing/replay.ts';
import { keepDeliveries, readDeliveries, readDeliveryArguments } from '../../../src/importer/deliveries.ts';
import { builders } from '../../harness/builders.ts';
import { chanceFrom } from '../../harness/chance.ts';
import { newContext } from '../../harness/database.ts';
import { type Hooked, openHooked } from '../../harness/hooked.ts';
import { scratch, sharedFile } from '../../harness/import.ts';
import { orderRows } from '../../harness/order-rows.ts';
import { shipmentRows } from '../../harness/shipment-rows.ts';
import { openShop } from '../../harness/shop.ts';

// What Amazon says, from a file of its notifications to the rows.

const at = '2026-11-27T08:00:00Z';
const open = async () => await openHooked(at, []);

async function imports(hooked: Pick<Hooked, 'ctx'>, text: string | Uint8Array, name = 'notifications.json') {
  const path = join(await scratch(), name);
  await writeFile(path, text);
  const given = readDeliveryArguments(['deliveries', 'amazon', path]);
  if (!given) throw new Error('It is no file of deliveries.');
  return await keepDeliveries(hooked.ctx(), given, await readDeliveries(given));
}

const notification = (type: string, payload: object, when: string) => ({
  NotificationVersion: '1.0',
  NotificationType: type,
  EventTime: when,
  Payload: payload,
  NotificationMetadata: { NotificationId: `${type} ${when}` },
});
const order = (status: string, when: string, more: object = {}) =>
  notification(
    'ORDER_CHANGE',
    {
      OrderChangeNotification: {
        NotificationLevel: 'OrderLevel',
        AmazonOrderId: '903-1',
        OrderChangeType: 'OrderStatusChange',
        OrderChangeTrigger: { TimeOfOrderChange: when },
        Summary: {
          OrderStatus: status,
          PurchaseDate: '2026-11-20T09:00:00Z',
          LatestShipDate: '2026-11-23T22:59:59Z',
          LatestDeliveryDate: '2026-11-26T22:59:59Z',
          OrderItems: [
            {
              OrderItemId: 'i1',
              SellerSKU: 'MUG-01',
              SupplySourceId: 'supply-1',
              OrderItemStatus: status,
              Quantity: 3,
              IsBuyerRequestedCancel: false,
            },
          ],
          ...more,
        },
      },
    },
    when,
  );
const outbound = (status: string, when: string) =>
  notification(
    'FBA_OUTBOUND_SHIPMENT_STATUS',
    {
      FBAOutboundShipmentStatusNotification: {
        AmazonOrderId: '903-1',
        AmazonShipmentId: 's1',
        ShipmentStatus: status,
      },
    },
    when,
  );
const packages = (status: string, when: string) =>
  notification(
    'FULFILLMENT_ORDER_STATUS',
    {
      FulfillmentOrderStatusNotification: {
        SellerFulfillmentOrderId: 'F-1',
        StatusUpdatedDateTime: when,
        FulfillmentShipment: {
          FulfillmentShipmentStatus: status,
          EstimatedArrivalDateTime: '2026-11-26T18:00:00Z',
          FulfillmentShipmentPackages: [
            { PackageNumber: 1, CarrierCode: 'UPS', TrackingNumber: '1Z1' },
            { PackageNumber: 2, CarrierCode: 'UPS', TrackingNumber: '1z1' },
            { PackageNumber: 3, CarrierCode: 'DHL', TrackingNumber: '0034' },
          ],
        },
      },
    },
    when,
  );

const lines = (all: readonly object[]) => all.map((one) => JSON.stringify(one)).join('\n');
const ordersOf = async ({ prisma, where }: Hooked) => (await orderRows(prisma, where.workspaceId)).orders;
const parcelsOf = async ({ prisma, where }: Hooked) => await shipmentRows(prisma, where.workspaceId);

test('a life that is told in any order, twice and in parts ends the same: paid, handed over once, and its parcels', async () => {
  const all = [
    order('Pending', '2026-11-20T09:00:05Z'),
    order('Unshipped', '2026-11-20T09:20:00Z'),
    outbound('Created', '2026-11-21T10:00:00Z'),
    order('Shipped', '2026-11-23T12:00:00Z'),
    packages('PENDING', '2026-11-21T10:00:00Z'),
    packages('SHIPPED', '2026-11-23T12:00:00Z'),
  ];
  const { below } = chanceFrom(16);
  const ends: object[] = [];
  for (let round = 0; round < 6; round += 1) {
    const hooked = await open();
    const shuffled = [...all, ...all].map((one) => ({ one, place: round === 0 ? 0 : below(1_000) }));
    for (const { one } of shuffled.toSorted((a, b) => a.place - b.place)) {
      await imports(hooked, JSON.stringify(one));
      if (below(2) === 0) await hooked.drain();
    }
    await hooked.drain();
    expect(new Set((await hooked.states()).map((one) => one.split(' ')[1]))).toEqual(new Set(['done']));
    const [ordered] = await ordersOf(hooked);
    const { shipments, events } = await parcelsOf(hooked);
    // Each workspace has its own id of the source.
    const plain = (row: object | undefined) => ({ ...row, source: 'amazon' });
    ends.push({ ordered: plain(ordered), shipments, events: events.map(plain) });
  }
  for (const end of ends) expect(end).toEqual(ends[0]);
  expect(ends[0]).toMatchObject({
    ordered: {
      number: '903-1',
      channel: 'amazon',
      placedAt: new Date('2026-11-20T09:00:00Z'),
      paidAt: new Date('2026-11-20T09:20:00Z'),
      shipBy: new Date('2026-11-23T22:59:59Z'),
      promisedBy: new Date('2026-11-26T22:59:59Z'),
    },
    shipments: [
      { tracking: '0034', status: 'in_transit', carrierSaid: 'DHL' },
      { tracking: '1Z1', status: 'in_transit', etaUntil: new Date('2026-11-26T18:00:00Z') },
    ],
  });
});

test('a cancel ends the order, one that the customer asked for is no cancel yet', async () => {
  const hooked = await open();
  const asked = order('Unshipped', '2026-11-20T09:30:00Z', {
    OrderItems: [
      {
        OrderItemId: 'i1',
        SellerSKU: 'MUG-01',
        Quantity: 3,
        IsBuyerRequestedCancel: true,
        OrderItemStatus: 'Unshipped',
      },
    ],
  });
  await imports(hooked, lines([asked]));
  await hooked.drain();
  expect(await ordersOf(hooked)).toMatchObject([{ stage: 'paid', cancelledAt: null }]);
  await imports(hooked, lines([order('Canceled', '2026-11-20T10:00:00Z')]));
  await hooked.drain();
  expect(await ordersOf(hooked)).toMatchObject([
    { stage: 'cancelled', cancelledAt: new Date('2026-11-20T10:00:00Z') },
  ]);
});

test('a status of a parcel that nobody knows is kept and counted, and one of an outbound shipment fails by itself', async () => {
  const hooked = await open();
  await imports(
    hooked,
    lines([packages('TELEPORTED', at), outbound('TELEPORTED', at), packages('PENDING', at)]),
  );
  await hooked.drain();
  expect((await hooked.states()).toSorted()).toEqual([
    'FBA_OUTBOUND_SHIPMENT_STATUS failed: nobody here knows its ShipmentStatus, TELEPORTED',
    'FULFILLMENT_ORDER_STATUS done',
    'FULFILLMENT_ORDER_STATUS done',
  ]);
  expect(await hooked.prisma.unknownCode.findMany({ where: hooked.where })).toMatchObject([
    { code: 'TELEPORTED', count: 2 },
  ]);
});

test('the same file again is known; of one that cannot be read nothing is kept; lists and marks of byte order are read', async () => {
  const hooked = await open();
  const file = lines([order('Pending', '2026-11-20T09:00:05Z'), packages('PENDING', at)]);
  expect(await imports(hooked, file)).toEqual([
    '2 deliveries of Amazon kept, 0 known before.',
    'The bot handles them; /ops source Amazon shows what became of them.',
  ]);
  expect(await imports(hooked, `\uFEFF${file}\n`)).toEqual(['0 deliveries of Amazon kept, 2 known before.']);
  expect(await imports(hooked, `[${lines([packages('SHIPPED', at)])}]`)).toMatchObject(
    ['1 delivery of Amazon kept, 0 known before.', /bot handles/].map((one) =>
      typeof one === 'string' ? one : expect.stringMatching(one),
    ),
  );
  await expect(imports(hooked, `${file}\nnot JSON`)).rejects.toThrow('line 3: it is no JSON object');
  const deep = `{"a": ${'['.repeat(5_000)}${']'.repeat(5_000)}}`;
  for (const [text, where] of [
    [deep, 'notifications.json: it'],
    [`[${deep}]`, 'notifications.json: it'],
    [`${file}\n${deep}`, 'line 3: it'],
  ])
    await expect(imports(hooked, text ?? '')).rejects.toThrow(
      `${where} is nested too deep. Nothing of the file is kept.`,
    );
  await expect(imports(hooked, '[1]')).rejects.toThrow('entry 1: it is no JSON object');
  for (const empty of [' ', '[]']) await expect(imports(hooked, empty)).rejects.toThrow('is empty');
  expect(await hooked.prisma.webhookDelivery.count({ where: hooked.where })).toBe(3);
  expect(await hooked.prisma.webhookSource.count({ where: hooked.where })).toBe(1);
});

test.each([
  ['deliveries', ['Deliveries come from amazon: ', 'Name the file: ']],
  ['deliveries ebay file.json', ['Deliveries come from amazon: ']],
  ['deliveries amazon a.json b.json', ['One file at a time: leave out b.json.']],
  ['deliveries amazon --nothing', ['nothing']],
])('npm run import -- %s is refused', (command, problems) => {
  expect(() => readDeliveryArguments(command.split(' '))).toThrow(problems[0]);
  for (const one of problems) expect(() => readDeliveryArguments(command.split(' '))).toThrow(one);
});

test('rows of a table are somebody else’s', () => {
  expect(readDeliveryArguments(['orders', 'file.csv'])).toBeNull();
});

const names = [
  'OrderChangeNotification',
  'FBAOutboundShipmentStatusNotification',
  'FulfillmentOrderStatusNotification',
  'ShipmentTrackingMilestoneChangedNotification',
  'ItemInventoryEventChangeNotification',
  'ListingsItemMfnQuantityChange',
  'ReportProcessingFinishedNotification',
  'TransactionUpdateNotification',
  'accountHealthReport.assembled',
];
const fileOf = (name: string) => sharedFile(`webhooks/amazon.${name}.json`, 1);

test.runIf(fileOf('OrderChangeNotification') !== null)(
  'each published body ends as it should: orders, parcels and levels are told, the others are ignored, and again nothing is new',
  async () => {
    const hooked = await open();
    const sku = await builders(hooked.prisma, hooked.ctx().workspace, hooked.clock.now()).sku('B00032HE0O');
    const other = await builders(hooked.prisma, hooked.ctx().workspace, hooked.clock.now()).sku('B00094A20U');
    for (const name of names) await imports(hooked, readFileSync(fileOf(name) ?? ''));
    await hooked.drain();
    const inventory = 'ITEM_INVENTORY_EVENT_CHANGE parked: location ATVPDKIKX0DER';
    expect((await hooked.states()).toSorted()).toEqual([
      'FBA_OUTBOUND_SHIPMENT_STATUS parked: order 113-2646096-4474645',
      'FULFILLMENT_ORDER_STATUS done',
      inventory,
      'LISTINGS_ITEM_MFN_QUANTITY_CHANGE ignored: what a listing offers is no level of stock',
      'ORDER_CHANGE done',
      'REPORT_PROCESSING_FINISHED ignored: nothing is made of REPORT_PROCESSING_FINISHED',
      'SHIPMENT_TRACKING_MILESTONE_CHANGED done',
      'TRANSACTION_UPDATE ignored: nothing is made of TRANSACTION_UPDATE',
      'no notification type ignored: it is no notification',
    ]);
    const orders = await ordersOf(hooked);
    expect(orders).toMatchObject([
      {
        number: '903-8868176-2219830',
        channel: 'amazon',
        placedAt: new Date('2022-07-13T19:42:04.284Z'),
        shipBy: new Date('2022-12-07T19:42:04.284Z'),
        promisedBy: new Date('2022-12-07T19:42:04.284Z'),
        // The customer asked for a cancel: that is none yet.
        cancelledAt: null,
      },
    ]);
    const parcels = await parcelsOf(hooked);
    expect(parcels.shipments).toMatchObject([
      { tracking: '1Z84456456573405', carrierSaid: '2-930434', status: 'unknown' },
      { tracking: '1Z885647654573405', carrierSaid: '3-930434', status: 'unknown' },
      {
        tracking: 'AFTN987654321',
        status: 'delivered',
        deliveredAt: new Date('2026-06-14T01:26:56Z'),
        handedOverAt: new Date('2026-06-13T05:21:43Z'),
        etaUntil: new Date('2026-06-14T03:00:00Z'),
        placeCity: 'Austin',
      },
    ]);
    expect(parcels.events).toHaveLength(7);
    expect(await hooked.prisma.unknownCode.findMany({ where: hooked.where })).toMatchObject([
      { code: 'PROCESSED', count: 2 },
    ]);

    const [source] = await hooked.prisma.webhookSource.findMany({ where: hooked.where });
    const place = builders(hooked.prisma, hooked.ctx().workspace, hooked.clock.now());
    await place.location({ code: 'FBA', name: 'Amazon US' });
    await mapLocation.call(hooked.ctx(), {
      id: source?.id ?? '',
      external: 'ATVPDKIKX0DER',
      location: 'FBA',
    });
    await hooked.drain();
    const levels = async () =>
      (await hooked.prisma.level.findMany({ where: { ...hooked.where, bucket: 'available' } }))
        .map(
          ({ skuId, quantity }) =>
            `${skuId === sku ? 'B00032HE0O' : skuId === other ? 'B00094A20U' : ''} ${quantity}`,
        )
        .toSorted();
    expect(await levels()).toEqual(['B00032HE0O 650', 'B00094A20U 519']);

    for (const name of names) {
      const [said] = await imports(hooked, readFileSync(fileOf(name) ?? ''));
      expect(said).toBe('0 deliveries of Amazon kept, 1 known before.');
    }
    for (const { id } of await hooked.prisma.webhookDelivery.findMany({ where: hooked.where }))
      await replayDelivery.call(hooked.ctx(), { id });
    await hooked.drain();
    expect(await ordersOf(hooked)).toEqual(orders);
    expect(await parcelsOf(hooked)).toEqual(parcels);
    expect(await levels()).toEqual(['B00032HE0O 650', 'B00094A20U 519']);
  },
);

test('a file that waited for somebody says nothing of what has happened since', async () => {
  const hooked = await open();
  await imports(
    hooked,
    lines([order('Pending', '2026-11-20T09:00:05Z'), packages('PENDING', '2026-11-21T10:00:00Z')]),
  );
  await hooked.drain();
  const feeds = await hooked.prisma.feed.findMany({ where: hooked.where, orderBy: { kind: 'asc' } });
  expect(feeds).toMatchObject([
    { kind: 'orders', source: 'amazon', coversUntil: new Date('2026-11-20T09:00:05Z') },
    { kind: 'shipments', source: 'Amazon', coversUntil: new Date('2026-11-21T10:00:00Z') },
  ]);
});

test('a level of an ASIN that nobody knows waits, and those beside it are taken', async () => {
  const hooked = await open();
  const given = builders(hooked.prisma, hooked.ctx().workspace, hooked.clock.now());
  await given.sku('ASIN-1');
  await given.location({ code: 'FBA', name: 'Amazon US' });
  const change = (asin: string, quantity: number) => ({
    marketplaceId: 'ATV',
    asin,
    endTime: '2026-11-27T07:00:00Z',
    highlyAvailableInventory: quantity,
  });
  await imports(
    hooked,
    lines([
      {
        notificationType: 'ITEM_INVENTORY_EVENT_CHANGE',
        eventTime: at,
        payload: { itemInventoryEventChanges: [change('ASIN-2', 4), change('ASIN-1', 9)] },
        notificationMetadata: { notificationId: 'n-1' },
      },
    ]),
  );
  const [source] = await hooked.prisma.webhookSource.findMany({ where: hooked.where });
  await mapLocation.call(hooked.ctx(), { id: source?.id ?? '', external: 'ATV', location: 'FBA' });
  await hooked.drain();
  expect(await hooked.states()).toEqual(['ITEM_INVENTORY_EVENT_CHANGE parked: sku ASIN-2']);
  const levels = { ...hooked.where, bucket: 'available', quantity: { not: 0 } };
  expect(await hooked.prisma.level.findMany({ where: levels })).toMatchObject([{ quantity: 9 }]);
});

test('people see what became of a file: the source, what waits, and that nothing can be sent to it', async () => {
  await using shop = await openShop({ at });
  const ctx = await newContext({ workspace: shop.workspace, at });
  await imports(
    { ctx: () => ctx },
    lines([order('Unshipped', '2026-11-20T09:20:00Z'), packages('SHIPPED', at)]),
  );
  await shop.app.catchUp();
  await shop.ada.says('/ops source Amazon');
  const card = await shop.ada.sees('Amazon: last heard');
  expect(card.offers).toContain('Map a location');
  expect(card.offers).not.toContain('Test');
  expect(card.offers).not.toContain('Replace the secret');
  await shop.vic.says('/shipment 1Z1');
  await shop.vic.sees('In transit');
  await shop.vic.says('/order 903-1');
  await shop.vic.sees('903-1');
  // It is not offered as a system that sends webhooks.
  await shop.ada.says('/ops source add');
  expect(JSON.stringify(await shop.ada.seesForm('Add a source'))).not.toContain('"amazon"');
});
