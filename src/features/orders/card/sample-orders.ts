import type { Reader } from '../../../core/time/reader.ts';
import type { LineTotals, OrderCard, OrderHistory, OrderMatch, Parcel, PromiseTold } from '../order/model.ts';

export const reading: Reader = { now: new Date('2026-03-03T08:00:00Z'), timeZone: 'Europe/Berlin' };
export const on = (text: string) => new Date(text);

export const totals: LineTotals = {
  lineCount: 1,
  dueLines: 1,
  shippedLines: 0,
  ordered: 2,
  labelled: 0,
  shipped: 0,
  delivered: 0,
  open: 2,
  cancelled: 0,
  refunded: 0,
  returned: 0,
  valueMinor: 2900n,
};

export const packed: OrderCard = {
  id: '01961b1c-0000-7000-8000-000000000001',
  number: '1042',
  channel: 'shopify',
  kind: 'sale',
  stage: 'packed',
  currency: 'EUR',
  shipToCountry: 'Germany',
  customerReference: 'C-77',
  locationId: null,
  location: { name: 'Hamburg', timeZone: 'Europe/Berlin' },
  placedAt: on('2026-02-27T13:05:00Z'),
  paidAt: on('2026-02-27T13:06:00Z'),
  allocatedAt: on('2026-02-27T13:10:00Z'),
  pickedAt: on('2026-03-03T07:20:00Z'),
  packedAt: on('2026-03-03T07:40:00Z'),
  labelledAt: null,
  handedOverAt: null,
  deliveredAt: null,
  returnedAt: null,
  cancelledAt: null,
  cancelledBy: null,
  onHold: false,
  shipBy: on('2026-03-03T15:00:00Z'),
  shipBySource: 'channel',
  promisedBy: null,
  totalMinor: null,
  valueMinor: 2900n,
  test: false,
  draft: false,
  digital: false,
  replaces: null,
  splitFrom: null,
  mergedInto: null,
  nextStop: null,
  nextStopAt: null,
  saidAt: on('2026-03-03T07:41:00Z'),
  source: 'import',
  updatedAt: on('2026-03-03T07:41:00Z'),
  lines: [{ ...totals, code: 'MUG-01', title: 'Harbour mug, sea blue', unitPriceMinor: 1450n }],
  totals,
  parcels: [],
  holds: [],
  promises: [],
  refunds: [],
  others: { numbers: [], count: 0 },
  heard: { source: 'shopify', coversUntil: on('2026-03-03T07:55:00Z'), silentSince: null },
  asked: [],
  missedTruckAt: null,
};

export const promise: PromiseTold = {
  ordinal: 1,
  kind: 'date',
  on: on('2026-03-02T00:00:00Z'),
  zone: 'Europe/Berlin',
  until: on('2026-03-02T23:00:00Z'),
  toldAt: on('2026-02-27T13:05:00Z'),
  source: 'channel',
  by: null,
};

const parcel: Parcel = {
  externalId: '255858046',
  state: 'handed_over',
  locationId: null,
  carrierSaid: 'DHL',
  tracking: ['00340434292135100186'],
  labelledAt: on('2026-03-01T08:00:00Z'),
  handedOverAt: on('2026-03-02T13:05:00Z'),
  handOverBy: 'scan',
  deliveredAt: null,
  returnedAt: null,
  cancelledAt: null,
  source: '01961b1c-0000-7000-8000-0000000000aa',
  pieces: 2,
};

export const late: OrderCard = {
  ...packed,
  valueMinor: 8640n,
  totals: {
    ...totals,
    lineCount: 3,
    dueLines: 3,
    shippedLines: 2,
    ordered: 4,
    labelled: 3,
    shipped: 3,
    open: 1,
    valueMinor: 8640n,
  },
  lines: [
    {
      ...totals,
      labelled: 2,
      shipped: 2,
      open: 0,
      code: 'MUG-01',
      title: 'Harbour mug',
      unitPriceMinor: 1450n,
    },
    {
      ...totals,
      ordered: 1,
      labelled: 1,
      shipped: 1,
      open: 0,
      code: 'LAMP-03',
      title: 'Lamp',
      unitPriceMinor: 3490n,
    },
    { ...totals, ordered: 1, open: 1, code: 'BOX-09', title: 'Box', unitPriceMinor: 2250n },
  ],
  parcels: [parcel],
  promises: [
    promise,
    {
      ...promise,
      ordinal: 2,
      on: on('2026-03-02T00:00:00Z'),
      toldAt: on('2026-03-01T10:00:00Z'),
      source: 'person',
      by: 'Maya',
    },
  ],
  refunds: [{ at: on('2026-03-02T09:00:00Z'), amountMinor: 500n, note: 'late', source: 'import' }],
  others: { numbers: ['1050', '1043'], count: 7 },
};

export const out = {
  handedOverAt: on('2026-03-02T13:05:00Z'),
  totals: { ...totals, shipped: 2, shippedLines: 1, open: 0 },
};

export const hostile = '<!channel> *free* <https://x.example|click> '.repeat(40);

export const huge: OrderCard = {
  ...packed,
  number: hostile.slice(0, 100),
  channel: hostile,
  shipToCountry: hostile,
  source: hostile,
  location: { name: hostile, timeZone: 'America/New_York' },
  currency: 'KWD',
  lines: Array.from({ length: 10 }, () => ({
    ...totals,
    code: hostile.slice(0, 100),
    title: hostile,
    ordered: 2_147_483_647,
    unitPriceMinor: 9_000_000_000_000n,
  })),
  totals: {
    ...late.totals,
    lineCount: 4_000,
    refunded: 1,
    returned: 1,
    cancelled: 1,
    delivered: 1,
    labelled: 4,
  },
  parcels: Array.from({ length: 200 }, () => ({
    ...parcel,
    carrierSaid: hostile,
    tracking: Array<string>(20).fill(hostile),
  })),
  holds: Array.from({ length: 9 }, () => ({
    from: on('2026-03-01T08:00:00Z'),
    until: null,
    reason: hostile,
    by: hostile,
    source: hostile,
  })),
  onHold: true,
  promises: [promise, { ...promise, ordinal: 2, by: hostile, source: 'person' }],
  refunds: [{ at: on('2026-03-02T09:00:00Z'), amountMinor: 500n, note: hostile, source: hostile }],
  others: { numbers: Array<string>(5).fill(hostile), count: 4_000 },
  replaces: hostile,
  splitFrom: hostile,
};

export const hit: OrderMatch = { ...packed, by: 'number', exact: true };

export const history: OrderHistory = {
  ...late,
  holds: [
    {
      from: on('2026-02-28T08:00:00Z'),
      until: on('2026-03-01T07:00:00Z'),
      reason: 'address',
      by: 'Maya',
      source: 'person',
    },
  ],
  milestones: [
    {
      what: 'delivered',
      part: '255858046',
      lineCode: null,
      at: on('2026-03-02T15:00:00Z'),
      by: null,
      source: 'file carrier',
      retracted: true,
    },
    {
      what: 'picked',
      part: 'n:1',
      lineCode: 'MUG-01',
      at: on('2026-03-01T07:30:00Z'),
      by: null,
      source: 'import',
      retracted: false,
    },
  ],
};
