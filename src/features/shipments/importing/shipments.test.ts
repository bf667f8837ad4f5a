import { expect, test } from 'vitest';
import { chanceFrom } from '../../../../test/harness/chance.ts';
import { type Hooked, openHooked } from '../../../../test/harness/hooked.ts';
import { importing } from '../../../../test/harness/import.ts';
import { shipmentRows } from '../../../../test/harness/shipment-rows.ts';
import { mapCode } from '../mapping/map-code.ts';
import { importShipments } from './shipments.ts';

const at = '2026-03-05T08:00:00Z';
const open = async () => await openHooked(at, ['easypost']);
const header =
  'tracking,carrier,service,to_country,to_postcode,promised,estimated,status,at,city,country,reason,text';
const rows = [
  '0034,DHL,Paket,Germany,10115,2026-03-03,2026-03-03,pending,2026-03-02T14:00:00Z,,,,',
  '0034,DHL,Paket,Germany,10115,2026-03-03,2026-03-03,picked_up,2026-03-02T18:00:00Z,Hamburg,DE,,Collected',
  '0034,DHL,Paket,Germany,10115,2026-03-03,2026-03-04T17:00:00Z,Delayed,2026-03-03T09:00:00Z,Hanover,DE,carrier_missorted,',
  '0034,DHL,Paket,Germany,10115,2026-03-03,2026-03-04T17:00:00Z,PZ-12,2026-03-04T07:00:00Z,Berlin,DE,,',
  '0055,,,US,,,,in_transit,2026-03-04T07:00:00Z,,,,',
];
const file = (lines: readonly string[]) => [header, ...lines].join('\n');
const load = async (hooked: Hooked, lines: readonly string[], command = 'shipments FILE --source 3PL') =>
  await importing(hooked.ctx(), command, file(lines));
const rowsOf = async ({ prisma, where }: Hooked) => await shipmentRows(prisma, where.workspaceId);

test('a file of scans makes parcels with their days, places, reasons and codes that nobody knows', async () => {
  const hooked = await open();
  const { kinds, faults } = await load(hooked, rows);
  expect(faults).toEqual([]);
  expect(kinds).toEqual([
    {
      name: 'shipments',
      counts: { added: 5, changed: 0, unchanged: 0, skipped: 0 },
      facts: {
        parcels: 2,
        scans: 5,
        'codes that nobody knows': 'PZ-12. None of them counts as a delivery; /ops map says what one means.',
      },
    },
  ]);
  expect((await rowsOf(hooked)).shipments).toMatchObject([
    {
      tracking: '0034',
      carrierSaid: 'DHL',
      serviceSaid: 'Paket',
      toCountry: 'DE',
      status: 'delayed',
      reason: 'carrier_missorted',
      fault: 'carrier',
      placeCity: 'Berlin',
      handedOverAt: new Date('2026-03-02T18:00:00Z'),
      scannedAt: new Date('2026-03-04T07:00:00Z'),
      promiseUntil: new Date('2026-03-03T23:00:00Z'),
      etaUntil: new Date('2026-03-04T17:00:00Z'),
    },
    { tracking: '0055', status: 'in_transit', toCountry: 'US' },
  ]);
  const words = await hooked.prisma.shipmentWord.findMany({ where: hooked.where });
  expect(JSON.stringify(words)).not.toContain('10115');
  expect(await hooked.prisma.unknownCode.findMany({ where: hooked.where })).toMatchObject([
    { source: 'file 3PL', code: 'PZ-12', count: 1, sample: '0034' },
  ]);
  expect(await hooked.prisma.feed.findMany({ where: hooked.where })).toMatchObject([
    { kind: 'shipments', source: '3PL' },
  ]);
});

test('the same file again changes nothing, a row twice counts once, and a dry run writes nothing', async () => {
  const hooked = await open();
  const dry = await load(hooked, rows, 'shipments FILE --source 3PL --dry-run');
  expect(dry.kinds[0]?.counts).toEqual({ added: 5, changed: 0, unchanged: 0, skipped: 0 });
  expect((await rowsOf(hooked)).numbers).toEqual([]);
  await load(hooked, [...rows, rows[0] ?? '']);
  const before = await rowsOf(hooked);
  const again = await load(hooked, rows);
  expect(again.kinds[0]?.counts).toEqual({ added: 0, changed: 0, unchanged: 5, skipped: 0 });
  expect(await rowsOf(hooked)).toEqual(before);
  const other = await load(hooked, [`${rows[0]?.replace('Paket', 'Express')}`]);
  expect(other.kinds[0]?.counts).toEqual({ added: 0, changed: 1, unchanged: 0, skipped: 0 });
});

test('what its code means counts for rows that came and that come', async () => {
  const hooked = await open();
  await load(hooked, rows);
  await mapCode.call(hooked.ctx(), { source: 'file 3PL', code: 'PZ-12', status: 'out_for_delivery' });
  await hooked.drain();
  expect((await rowsOf(hooked)).shipments).toMatchObject([{ status: 'out_for_delivery' }, {}]);
  const { kinds } = await load(hooked, ['0077,,,,,,,PZ-12,2026-03-04T09:00:00Z,,,,']);
  expect(kinds[0]?.facts).toEqual({ parcels: 1, scans: 1 });
  expect((await rowsOf(hooked)).shipments).toMatchObject([{}, {}, { status: 'out_for_delivery' }]);
});

test('rows that cannot be are refused, each for its reason', async () => {
  const hooked = await open();
  const { faults, kinds } = await load(hooked, [
    '0034,,,,,,,delivered,,,,,',
    '0034,,,,,,,,2026-03-04T09:00:00Z,,,,',
    '0034,,,,,,,delivered,2026-03-07T09:00:00Z,,,,',
    `${'9'.repeat(101)},,,,,,,,,,,,`,
    ' - ,,,,,,,,,,,,',
  ]);
  expect(faults.map(({ line, column, reason }) => `${line} ${column} ${reason}`)).toEqual([
    '2 at is empty, so that nobody knows when it happened',
    '3 status is empty, so that nobody knows what happened',
    '4 at is in the future',
    '5 tracking is longer than 100 characters',
  ]);
  expect(kinds[0]?.counts.added).toBe(1);
});

const tracker = (status: string, when: string, estimate: string) => ({
  kind: 'easypost' as const,
  topic: '',
  body: JSON.stringify({
    id: `evt_${when}`,
    description: 'tracker.updated',
    result: {
      object: 'Tracker',
      tracking_code: '0034',
      status,
      updated_at: when,
      carrier: 'DHL',
      est_delivery_date: estimate,
      tracking_details: [{ message: null, status, datetime: when, tracking_location: null }],
    },
  }),
});
const posted = [
  tracker('in_transit', '2026-03-02T22:00:00Z', '2026-03-03T00:00:00Z'),
  tracker('out_for_delivery', '2026-03-04T08:00:00Z', '2026-03-04T00:00:00Z'),
  tracker('delivered', '2026-03-04T12:00:00Z', '2026-03-04T00:00:00Z'),
];

test('files and webhooks of one parcel end the same in any order, in parts, and twice', {
  timeout: 120_000,
}, async () => {
  const { below } = chanceFrom(16);
  const ends: object[] = [];
  for (let round = 0; round < 8; round += 1) {
    const hooked = await open();
    const steps = [
      ...rows.map((row) => async () => void (await load(hooked, [row]))),
      async () => void (await load(hooked, rows)),
      ...[...posted, ...posted].map((one) => async () => await hooked.receives(one)),
    ];
    while (steps.length > 0) {
      const [step] = steps.splice(round === 0 ? 0 : below(steps.length), 1);
      await step?.();
      if (below(2) === 0) await hooked.drain();
    }
    await hooked.drain();
    ends.push(await rowsOf(hooked));
  }
  for (const end of ends) expect(end).toEqual(ends[0]);
  expect(ends[0]).toMatchObject({
    shipments: [{ status: 'delivered', deliveredAt: new Date('2026-03-04T12:00:00Z') }, {}],
  });
});

test('a number that two kinds of columns write is one parcel', async () => {
  const hooked = await open();
  const { faults } = await importing(
    hooked.ctx(),
    'shipments FILE --source DHL',
    'awb,event,event_time\n0034 a,delivered,2026-03-04 12:00\n0034 A,delivered,2026-03-04 12:00\n',
    'file.csv',
    [importShipments],
  );
  expect(faults).toEqual([]);
  // On the clock of the business.
  expect((await rowsOf(hooked)).shipments).toMatchObject([{ deliveredAt: new Date('2026-03-04T11:00:00Z') }]);
});

test('carriers and countries that nobody knows are named with their line and what may be meant, and their rows are kept', async () => {
  const hooked = await open();
  await importing(hooked.ctx(), 'carriers FILE', 'carrier,name\nDHL,DHL Paket\nDPD,DPD\n');
  const { kinds, faults } = await importing(
    hooked.ctx(),
    'shipments FILE --source 3PL',
    [
      'tracking,carrier,to_country,status,at,country',
      '0034,DHLL,Germny,in_transit,2026-03-04T07:00:00Z,DE',
      '0035,dhll,Germny,in_transit,2026-03-04T07:00:00Z,Atlantis',
      '0036,dhl,DEU,in_transit,2026-03-04T07:00:00Z,UK',
    ].join('\n'),
  );
  expect(faults).toEqual([]);
  expect(kinds[0]?.facts).toMatchObject({
    parcels: 3,
    'carriers that nobody knows': expect.stringMatching(
      /^DHLL \(line 2 and 1 more; did you mean DHL Paket\?\)\. Their parcels/,
    ),
    'countries that nobody knows': expect.stringMatching(
      /^Germny \(line 2 and 1 more; did you mean Germany\?\), Atlantis \(line 3\)\. The rows are kept/,
    ),
  });
});

test('a status that is written like a reason is a status, and is mapped as one', async () => {
  const hooked = await open();
  const { kinds } = await load(hooked, ['0034,,,,,,,reason 7,2026-03-04T07:00:00Z,,,7,']);
  expect(kinds[0]?.facts).toMatchObject({
    'codes that nobody knows': expect.stringContaining('reason 7.'),
    'reasons that nobody knows': expect.stringContaining('7.'),
  });
  await mapCode.call(hooked.ctx(), { source: 'file 3PL', code: 'status reason 7', status: 'delivered' });
  await hooked.drain();
  expect((await rowsOf(hooked)).shipments).toMatchObject([{ status: 'delivered', reason: null }]);
  await mapCode.call(hooked.ctx(), { source: 'file 3PL', code: 'reason 7', status: 'weather_delay' });
  await hooked.drain();
  expect((await rowsOf(hooked)).shipments).toMatchObject([{ status: 'delivered', reason: 'weather_delay' }]);
});

test('a refused moment stands in the report as it stands in the file', async () => {
  const hooked = await open();
  const { faults, rejects } = await load(
    hooked,
    ['0034,,,,,,,in_transit,09.03.2026 14:00,,,,'],
    'shipments FILE --source 3PL --dates dmy',
  );
  expect(faults).toMatchObject([
    { line: 2, column: 'at', value: '09.03.2026 14:00', reason: 'is in the future' },
  ]);
  expect(rejects).toContain('2,at,09.03.2026 14:00,is in the future');
});
