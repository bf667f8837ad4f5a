import { expect, test } from 'vitest';
import { openHooked } from '../../../../test/harness/hooked.ts';
import { shipmentRows } from '../../../../test/harness/shipment-rows.ts';
import { exactJson } from '../../../core/text/exact-json.ts';
import { mapCode } from '../../shipments/index.ts';
import { shipmentStatement } from '../../shipments/telling/model.ts';
import { aboutDelivery } from '../receiving/about.ts';
import { genericMeaning } from './meaning.ts';
import { readPaths } from './read-paths.ts';

const teller = { source: 'source-3', channel: 'erp', deliveryId: null };
const said = { topic: null, deliveryId: null, triggeredAt: null };
const pathsOf = (text: string) => {
  const read = readPaths(text);
  if ('reason' in read) throw new Error(read.reason);
  return read.value;
};
const told = (body: string, paths = {}) => {
  const meaning = genericMeaning('shipment', exactJson(body), teller, { currency: 'EUR', paths });
  if (meaning.is !== 'shipments') throw new Error(JSON.stringify(meaning));
  const [statement] = meaning.statements;
  expect(shipmentStatement.parse(statement)).toEqual(statement);
  return statement;
};

test('a parcel as it stands by itself', () => {
  const body = `{"topic": "shipment", "shipment": {"tracking": "0034", "updated_at": "2026-11-27T09:00:00Z", "carrier": "DHL",
    "from_country": "DEU", "from_postcode": "20095", "to_country": "Germany", "to_postcode": "10115", "estimated": "2026-11-30",
    "promised": "2026-11-28T18:00:00+01:00", "events": [
      {"id": 7, "code": "In transit", "at": "2026-11-27T08:40:00Z", "city": "Hanover", "country": "DE", "reason": "weather delay"},
      {"code": "PZ-12", "at": "2026-11-27T08:50:00Z", "reason": "bad luck"}]}}`;
  expect(
    aboutDelivery({ kind: 'generic', settings: { currency: 'EUR', paths: {} } }, said, exactJson(body)),
  ).toMatchObject({ topic: 'shipment', subjectKey: 'shipment 0034' });
  expect(told(body)).toMatchObject({
    tracking: '0034',
    saidAt: new Date('2026-11-27T09:00:00Z'),
    about: {
      carrier: 'DHL',
      from: { country: 'DE', area: '20' },
      to: { country: 'DE', area: '10' },
      estimate: { kind: 'date', on: '2026-11-30' },
      promise: { kind: 'instant', at: new Date('2026-11-28T17:00:00Z') },
    },
    events: [
      { key: '7', status: 'in_transit', reason: 'weather_delay', place: { city: 'Hanover', country: 'DE' } },
      { key: null, status: 'unknown', code: 'PZ-12', reason: null, reasonCode: 'bad luck', place: null },
    ],
  });
});

test('one event whose fields stand elsewhere, and no time of its own', () => {
  const paths = pathsOf(
    'shipment.tracking = parcel.no\nshipment.events = parcel\nshipment.toPostcode = parcel.zip\nevent.code = state\nevent.at = when',
  );
  const body = '{"parcel": {"no": "1Z", "state": "delivered", "when": "2026-11-27T08:40:00Z"}}';
  expect(told(body, paths)).toMatchObject({
    tracking: '1Z',
    saidAt: new Date('2026-11-27T08:40:00Z'),
    about: {},
    events: [{ status: 'delivered', at: new Date('2026-11-27T08:40:00Z') }],
  });
  expect(pathsOf('order.shipBy = data.due')).toEqual({ 'order.shipBy': 'data.due' });
});

test.each([
  ['no number', '{"shipment": {"updated_at": "2026-11-27T09:00:00Z"}}', 'tracking cannot be read'],
  [
    'nothing that happened, and no time',
    '{"shipment": {"tracking": "1", "events": null}}',
    'it says neither when it was told nor of anything that happened',
  ],
  [
    'a time without an offset',
    '{"shipment": {"tracking": "1", "events": [{"code": "delivered", "at": "2026-11-27T09:00:00"}]}}',
    'at cannot be read',
  ],
  [
    'an estimate that nobody can read',
    '{"shipment": {"tracking": "1", "updated_at": "2026-11-27T09:00:00Z", "estimated": "soon"}}',
    'estimate cannot be read',
  ],
])('%s fails', (_, body, why) => {
  const meaning = genericMeaning('shipment', exactJson(body), teller, { currency: 'EUR', paths: {} });
  expect(meaning).toMatchObject({ is: 'failed', why: expect.stringContaining(why) });
});

test('signed JSON of a parcel, in any order and twice, ends the same; its own code is counted and mapped', async () => {
  const events = [
    '{"code": "picked_up", "at": "2026-11-27T08:00:00Z"}',
    '{"code": "PZ-12", "at": "2026-11-27T09:00:00Z"}',
  ];
  const body = (one: string, n: number) =>
    `{"topic": "shipment", "delivery": "a${n}", "shipment": {"tracking": "0034", "events": [${one}]}}`;
  const ends: object[] = [];
  for (const list of [events, [...events, ...events].toReversed()]) {
    const hooked = await openHooked('2026-11-27T10:00:00Z', ['generic']);
    for (const one of list)
      await hooked.receives({ kind: 'generic', topic: '', body: body(one, events.indexOf(one)) });
    await hooked.drain();
    const codes = await hooked.prisma.unknownCode.findMany({ where: hooked.where });
    expect(codes).toMatchObject([{ code: 'PZ-12', count: 1, sample: '0034' }]);
    const code = { source: hooked.sourceId('generic'), code: 'PZ-12', status: 'out_for_delivery' as const };
    await mapCode.call(hooked.ctx(), code);
    await hooked.drain();
    ends.push(await shipmentRows(hooked.prisma, hooked.where.workspaceId));
  }
  expect(ends[1]).toEqual(ends[0]);
  expect(ends[0]).toMatchObject({ shipments: [{ status: 'out_for_delivery' }], events: [{}, {}] });
});
