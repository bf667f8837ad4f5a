import { expect, test } from 'vitest';
import { chanceFrom } from '../../../../test/harness/chance.ts';
import { type Hooked, openHooked } from '../../../../test/harness/hooked.ts';
import { importing } from '../../../../test/harness/import.ts';
import { shipmentRows } from '../../../../test/harness/shipment-rows.ts';
import { lookUpShipment } from '../shipment/look-up.ts';

const open = async () => await openHooked('2026-03-05T08:00:00Z', ['generic']);
const rowsOf = async ({ prisma, where }: Hooked) =>
  (await shipmentRows(prisma, where.workspaceId)).shipments as unknown as readonly {
    readonly tracking: string;
    readonly orderNumber: string | null;
    readonly orders: number;
    readonly valueMinor: bigint;
  }[];
const ordersOf = async (hooked: Hooked) =>
  Object.fromEntries(
    (await rowsOf(hooked)).map(({ tracking, orderNumber, orders }) => [tracking, [orderNumber, orders]]),
  );

const parcels = async (hooked: Hooked, ...rows: readonly string[]) =>
  await importing(
    hooked.ctx(),
    'shipments FILE --source 3PL',
    ['tracking,order,channel,status,at', ...rows].join('\n'),
  );
const orders = async (hooked: Hooked, ...rows: readonly string[]) =>
  await importing(
    hooked.ctx(),
    'orders FILE',
    ['number,channel,placed_at,code,quantity,unit_price', ...rows].join('\n'),
  );
const scan = '0034,1042,,in_transit,2026-03-04T07:00:00Z';
const sold = '#1042,shop,2026-03-01,MUG,2,10.00';

test('a parcel of a file is its order’s that is here, and is found by it', async () => {
  const hooked = await open();
  await orders(hooked, sold);
  const { kinds, faults } = await parcels(hooked, scan);
  expect(faults).toEqual([]);
  expect(kinds[0]?.facts).toEqual({ parcels: 1, scans: 1 });
  expect(await rowsOf(hooked)).toMatchObject([{ orderNumber: '#1042', orders: 1, valueMinor: 2_000n }]);
  expect(await lookUpShipment.call(hooked.ctx(), { text: '1042' })).toHaveProperty('one');
  expect((await parcels(hooked, scan)).kinds[0]?.counts.unchanged).toBe(1);
});

test('an order that nobody knows is named in the report, and linked when it comes', async () => {
  const hooked = await open();
  const priced = async (price: string, updated: string) =>
    await importing(
      hooked.ctx(),
      'orders FILE --whole',
      `number,channel,placed_at,code,quantity,unit_price,updated_at\n#1042,shop,2026-03-01,MUG,2,${price},${updated}`,
    );
  const { kinds } = await parcels(hooked, scan);
  expect(kinds[0]?.facts).toMatchObject({
    'orders that nobody knows yet':
      '1042. Each is linked when it comes; if it is here under another channel, name that one.',
  });
  expect(await ordersOf(hooked)).toEqual({ '0034': [null, 0] });
  await priced('10.00', '2026-03-03');
  await hooked.drain();
  expect(await ordersOf(hooked)).toEqual({ '0034': ['#1042', 1] });
  // And follows what it is worth.
  await priced('12.00', '2026-03-04');
  await hooked.drain();
  expect(await rowsOf(hooked)).toMatchObject([{ valueMinor: 2_400n }]);
});

test('of two orders with one number the channel says which, and without it neither is guessed', async () => {
  const hooked = await open();
  await orders(hooked, sold, '1042,amazon.de,2026-03-02,MUG,1,10.00');
  const { kinds } = await parcels(hooked, scan, '0055,1042,Amazon.de,in_transit,2026-03-04T07:00:00Z');
  expect(kinds[0]?.facts).toMatchObject({
    'order numbers that several channels use':
      '1042. None of these parcels has an order until a column named channel says which.',
  });
  expect(await ordersOf(hooked)).toEqual({ '0034': [null, 0], '0055': ['1042', 1] });
  // The second of them may also come later.
  const other = await open();
  await orders(other, sold);
  await parcels(other, scan);
  expect(await ordersOf(other)).toEqual({ '0034': ['#1042', 1] });
  await orders(other, '1042,amazon.de,2026-03-02,MUG,1,10.00');
  await other.drain();
  expect(await ordersOf(other)).toEqual({ '0034': [null, 0] });
  await parcels(other, scan.replace(',,', ',shop,'));
  expect(await ordersOf(other)).toEqual({ '0034': ['#1042', 1] });
});

test('a parcel may bring several orders, in one cell or in a row for each', async () => {
  const hooked = await open();
  await orders(hooked, sold, '1043,shop,2026-03-02,MUG,1,10.00');
  await parcels(
    hooked,
    '0034,"1042, #1043",,in_transit,2026-03-04T07:00:00Z',
    '0055,1042,,in_transit,2026-03-04T07:00:00Z',
    '0055,1043,,in_transit,2026-03-04T07:00:00Z',
  );
  expect(await ordersOf(hooked)).toEqual({ '0034': ['1043', 2], '0055': ['1043', 2] });
  expect(await lookUpShipment.call(hooked.ctx(), { text: '1042' })).toMatchObject({ found: [{}, {}] });
  // What the file says later counts, and a row that names none takes none back.
  await parcels(
    hooked,
    '0034,1042,,in_transit,2026-03-04T09:00:00Z',
    '0034,,,delivered,2026-03-04T10:00:00Z',
  );
  expect((await ordersOf(hooked))['0034']).toEqual(['#1042', 1]);
});

test('what is no order number is refused', async () => {
  const hooked = await open();
  const { faults } = await parcels(
    hooked,
    `0034,"1042,'",,in_transit,2026-03-04T07:00:00Z`,
    `0034,"${Array.from({ length: 21 }, (_, n) => n).join(';')}",,in_transit,2026-03-04T07:00:00Z`,
  );
  expect(faults.map(({ line, column, reason }) => `${line} ${column} ${reason}`)).toEqual([
    '2 order is not an order number',
    '3 order names more than 20 orders',
  ]);
});

const posted = (order: unknown, more: object = {}) => ({
  kind: 'generic' as const,
  topic: '',
  body: JSON.stringify({
    topic: 'shipment',
    shipment: {
      tracking: '0034',
      order,
      ...more,
      events: [{ code: 'out_for_delivery', at: '2026-03-04T08:00:00Z' }],
    },
  }),
});

test('signed JSON names orders too, and of several with a number means its own channel’s', async () => {
  const hooked = await open();
  const { channel } = await hooked.prisma.webhookSource.findFirstOrThrow({ where: hooked.where });
  await orders(hooked, sold, `1042,${channel},2026-03-02,MUG,1,10.00`, '7,shop,2026-03-02,MUG,1,10.00');
  const linked = async (order: unknown, more: object = {}) => {
    await hooked.receives(posted(order, more));
    await hooked.drain();
    return (await ordersOf(hooked))['0034'];
  };
  expect(await linked('1042')).toEqual(['1042', 1]);
  expect(await linked(7, { updated_at: '2026-03-04T09:00:00Z' })).toEqual(['7', 1]);
  expect(
    await linked([{ number: '1042', channel: 'Shop' }, '7'], { updated_at: '2026-03-04T10:00:00Z' }),
  ).toEqual(['7', 2]);
  expect(await linked('1042', { channel: 'shop', updated_at: '2026-03-04T11:00:00Z' })).toEqual(['#1042', 1]);
  // Nothing is said, and nothing taken back.
  expect(await linked('', { updated_at: '2026-03-04T12:00:00Z' })).toEqual(['#1042', 1]);
  expect((await hooked.states()).every((one) => one === 'shipment done')).toBe(true);
});

test('files of orders, files of parcels and webhooks end the same in any order, and twice', {
  timeout: 120_000,
}, async () => {
  const { below } = chanceFrom(16);
  const ends: object[] = [];
  for (let round = 0; round < 8; round += 1) {
    const hooked = await open();
    const once = [
      async () => void (await orders(hooked, sold)),
      async () =>
        void (await orders(hooked, '1042,amazon.de,2026-03-02,MUG,1,10.00', '77,shop,2026-03-02,MUG,1,5.00')),
      async () => void (await parcels(hooked, scan, '0055,1042,shop,in_transit,2026-03-04T07:00:00Z')),
      async () =>
        void (await parcels(
          hooked,
          '0066,77,,delivered,2026-03-04T07:00:00Z',
          '0077,404,,pending,2026-03-04',
        )),
      async () => await hooked.receives(posted('77', { updated_at: '2026-03-04T09:00:00Z' })),
    ];
    const steps = [...once, ...once];
    while (steps.length > 0) {
      const [step] = steps.splice(round === 0 ? 0 : below(steps.length), 1);
      await step?.();
      if (below(2) === 0) await hooked.drain();
    }
    await hooked.drain();
    ends.push(await rowsOf(hooked));
  }
  for (const end of ends) expect(end).toEqual(ends[0]);
  expect(ends[0]).toMatchObject([
    { tracking: '0034', orderNumber: '77', orders: 1 },
    { tracking: '0055', orderNumber: '#1042' },
    { tracking: '0066', orderNumber: '77' },
    { tracking: '0077', orderNumber: null },
  ]);
});
