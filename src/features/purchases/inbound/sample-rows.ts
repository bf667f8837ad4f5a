import { everything, type InboundPage, type InboundRow } from './model.ts';

const now = new Date('2026-11-27T09:00:00Z');
export const reading = { now, timeZone: 'Europe/Berlin' };
export const today = '2026-11-27';
export const id = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;
export const hostile = `<!channel> <https://evil.example|free> *bold* ${'<&>'.repeat(1_000)}`;

export const standing = {
  code: 'MUG-01',
  available: 24,
  status: 'ok',
  coverDays: 6,
  currency: 'EUR',
  comingOn: '2026-12-03',
  risk: { units: 12, minor: 17_400n, runsOutOn: '2026-12-03' },
};
export const row: InboundRow = {
  id: id(1),
  source: 'erp',
  poKey: '4711',
  lineKey: '4711\n1',
  notice: null,
  supplier: 'Acme',
  mode: 'Ocean',
  country: 'DE',
  code: 'MUG-01',
  title: 'Stoneware mug, sand',
  skuId: id(90),
  locationId: id(91),
  ordered: 40,
  received: 0,
  sentOn: '2026-10-01',
  sentSaid: null,
  promisedOn: '2026-12-03',
  expectedOn: '2026-12-03',
  deliveredOn: null,
  recordedOn: null,
  cancelled: false,
  open: true,
  valueMinor: 58_000n,
  currency: 'EUR',
  faults: [],
  place: [20_790, 1],
  location: 'Hamburg',
  standing,
  waited: {
    orders: 12,
    first: ['1042', '1043', '1044'],
    pieces: 31,
    shipBy: new Date('2026-11-27T15:00:00Z'),
  },
  said: [],
};
const said = {
  lineId: id(1),
  on: '2026-12-11',
  saidAt: new Date('2026-11-26T09:00:00Z'),
  by: 'Maya',
  reason: 'supplier late: kiln broke',
};
export const overdue: InboundRow = {
  ...row,
  id: id(2),
  promisedOn: '2026-11-20',
  expectedOn: '2026-11-26',
  said: [said],
};
export const page: InboundPage = {
  filter: { ...everything, after: null },
  rows: [overdue, row],
  total: 2,
  left: 0,
  next: null,
  named: null,
  supplier: null,
  totals: { open: 2, overdue: 1, nextOn: '2026-12-03' },
  mostWaited: { code: 'MUG-01', pieces: 80, orders: 12 },
  heard: [{ source: 'erp', coversUntil: new Date('2026-11-27T05:00:00Z'), silentSince: null }],
  today,
};
export const none: InboundPage = {
  ...page,
  rows: [],
  total: 0,
  totals: { open: 0, overdue: 0, nextOn: null },
  mostWaited: null,
  heard: [],
};
export const bare: InboundRow = {
  ...row,
  id: id(3),
  supplier: null,
  mode: null,
  country: null,
  code: null,
  title: null,
  skuId: null,
  location: null,
  expectedOn: null,
  promisedOn: null,
  valueMinor: null,
  currency: null,
  standing: null,
  waited: null,
};
export const done: InboundRow = { ...row, id: id(4), open: false, deliveredOn: '2026-12-05', faults: [] };
export const faulty: InboundRow = {
  ...done,
  id: id(5),
  sentOn: null,
  sentSaid: 'Date Not Captured',
  recordedOn: '2026-12-01',
  faults: ['sent unknown', 'delivered before sent', 'recorded before delivered'],
};
const harm: InboundRow = {
  ...row,
  supplier: hostile,
  mode: hostile,
  country: hostile,
  code: hostile,
  title: hostile,
  poKey: hostile,
  location: hostile,
  sentSaid: hostile,
  faults: ['sent unknown'],
  standing: { ...standing, code: hostile },
  said: Array.from({ length: 9 }, () => ({ ...said, by: hostile, reason: hostile })),
};
export const hostilePage: InboundPage = {
  ...page,
  filter: { show: 'all', by: 'order', of: id(1), after: [20_790, 1] },
  rows: Array.from({ length: 10 }, (_, n) => ({ ...harm, id: id(100 + n) })),
  total: 5_000,
  left: 4_900,
  next: [20_800, 7],
  named: hostile,
  supplier: hostile,
  mostWaited: { code: hostile, pieces: 1_000_000, orders: 1_000_000 },
  heard: Array.from({ length: 9 }, () => ({ source: hostile, coversUntil: now, silentSince: now })),
};
