import type { Samples } from '../../../core/declare/sample.ts';
import type { Paged } from '../../../core/tokens/page.ts';
import { hostile, on, reading } from '../card/sample-orders.ts';
import { backlogAtHome } from './home-views.ts';
import { orderList } from './list-views.ts';
import {
  type Backlog,
  type Cell,
  dues,
  type Needs,
  type OrderFilter,
  type OrderPage,
  type OrderRow,
  openStages,
  wholeBacklog,
} from './model.ts';
import { backlogMessage, headlineMessage } from './views.ts';

const cell = (stage: Cell['stage'], due: Cell['due'], count: number, held = false): Cell => ({
  stage,
  due,
  held,
  currency: 'EUR',
  locationId: null,
  count,
  openMinor: BigInt(count) * 9_484n,
});

const backlog: Backlog = {
  at: null,
  cells: [
    cell('paid', 'long overdue', 4),
    cell('picked', 'overdue', 27),
    cell('packed', 'next cut-off', 48),
    cell('paid', 'later', 133),
    cell('paid', 'today', 12, true),
  ],
  cutOff: { at: on('2026-03-03T15:00:00Z'), timeZone: 'Europe/Berlin', isOfAll: true },
  stopped: 3,
  unjudged: 0,
  heard: [{ source: 'shopify', coversUntil: on('2026-03-03T07:55:00Z'), silentSince: null }],
};

const empty: Backlog = { ...backlog, cells: [], stopped: 0, heard: [] };

const id = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const needs: Needs = {
  approvals: [{ id: id(1), number: 12, requester: 'Maya', what: 'refund €64.00 of order 1042' }],
  issues: [
    {
      id: id(2),
      number: 17,
      title: 'Order 1042: the customer says that two bowls are missing',
      isLate: true,
    },
    { id: id(3), number: 18, title: 'Hold order 1044 in Shopify', isLate: false },
  ],
};
const manyNeeds: Needs = {
  approvals: Array.from({ length: 40 }, (_, n) => ({
    id: id(n),
    number: n,
    requester: hostile,
    what: hostile.repeat(3),
  })),
  issues: Array.from({ length: 40 }, (_, n) => ({
    id: id(100 + n),
    number: n,
    title: hostile.repeat(3),
    isLate: true,
  })),
};

export const full: Backlog = {
  at: { code: 'A'.repeat(20), name: hostile },
  cells: ['EUR', 'USD', 'KWD', 'JPY'].flatMap((currency) =>
    openStages.flatMap((stage) =>
      dues.flatMap((due) =>
        [true, false].map((held) => ({
          ...cell(stage, due, 2_000_000, held),
          currency,
          openMinor: 9_000_000_000_000n,
        })),
      ),
    ),
  ),
  cutOff: null,
  stopped: 2_000_000,
  unjudged: 12,
  heard: Array.from({ length: 40 }, () => ({ source: hostile, coversUntil: null, silentSince: reading.now })),
};

export const row: OrderRow = {
  id: '01961b1c-0000-7000-8000-000000000001',
  number: '1042',
  channel: 'shopify',
  stage: 'paid',
  onHold: false,
  currency: 'EUR',
  openMinor: 9_484n,
  placedAt: on('2026-02-27T13:05:00Z'),
  shipBy: on('2026-03-02T15:00:00Z'),
  due: 'overdue',
  nextStop: 'unallocated',
  hasStopped: true,
  nextStopAt: on('2026-03-02T09:00:00Z'),
  locationId: null,
  location: { code: 'HAM', name: 'Hamburg', timeZone: 'Europe/Berlin' },
  place: [1, 1],
  held: null,
  cancelling: null,
  newPromise: null,
  unallocated: { code: 'MUG-01', skuId: '0199d1a0-0000-7000-8000-00000000aaaa', others: 1 },
};
export const stoppedRows: readonly OrderRow[] = [
  row,
  ...(['unallocated', 'unpicked', 'unscanned', 'label unscanned'] as const).map(
    (nextStop, n): OrderRow => ({
      ...row,
      id: `${row.id.slice(0, -2)}${20 + n}`,
      nextStop,
      unallocated: null,
    }),
  ),
];

function page(filter: Partial<Paged<OrderFilter>>, rows: readonly OrderRow[], left = 0): OrderPage {
  return {
    filter: { ...wholeBacklog, after: null, ...filter },
    rows,
    total: rows.length + left,
    left,
    next: left > 0 ? [1, 1] : null,
    heard: backlog.heard,
    places: [{ code: 'HAM', name: 'Hamburg' }],
    skuCode: filter.sku ? 'MUG-01' : null,
    unjudged: filter.show === 'stopped' ? 12 : 0,
  };
}

export const hostileRow: OrderRow = {
  ...row,
  number: hostile,
  channel: hostile,
  location: { code: 'HAM', name: hostile, timeZone: 'Europe/Berlin' },
  unallocated: { code: hostile, skuId: row.unallocated?.skuId ?? null, others: 40 },
};

/** The backlog and its lists in every state. */
export const backlogSamples: Samples = {
  'the backlog': () => backlogMessage(backlog, reading),
  'backlog, nothing to ship': () => backlogMessage(empty, reading),
  'backlog, full and in four currencies': () => backlogMessage(full, reading),
  'headline of the backlog': () => headlineMessage(backlog, { approvals: [], issues: [] }, reading),
  'headline with what waits for the reader': () => headlineMessage(backlog, needs, reading),
  'headline with much that waits for the reader': () => headlineMessage(full, manyNeeds, reading),
  'Home: orders to ship': () => ({
    home: 'Orders to ship',
    blocks: backlogAtHome(backlog, needs, reading),
  }),
  'Home: orders to ship, full': () => ({
    home: 'Orders to ship',
    blocks: backlogAtHome(full, manyNeeds, reading),
  }),
  'headline, nothing to ship': () => headlineMessage(empty, { approvals: [], issues: [] }, reading),
  'orders past ship-by': () =>
    orderList(page({ due: 'past' }, [row, { ...row, id: row.id.replace('1', '2') }], 29), reading),
  'one cell': () => orderList(page({ stage: 'paid', due: 'long overdue', at: 'HAM' }, [row]), reading),
  'stuck orders': () => orderList(page({ show: 'stopped' }, stoppedRows), reading, true),
  'stuck orders, to somebody who may only read': () =>
    orderList(page({ show: 'stopped' }, stoppedRows), reading),
  'nothing stuck': () => orderList(page({ show: 'stopped' }, []), reading),
  'orders on hold': () =>
    orderList(page({ show: 'held' }, [{ ...row, onHold: true, shipBy: null, due: 'none' }]), reading),
  'nothing on hold': () => orderList(page({ show: 'held' }, []), reading),
  'waiting for a SKU': () => orderList(page({ show: 'waiting', sku: row.id }, [row]), reading),
  'nothing waits for a SKU': () => orderList(page({ show: 'waiting', sku: row.id }, []), reading),
  'an empty cell': () => orderList(page({ stage: 'packed' }, []), reading),
  'a page of hostile text, many locations': () =>
    orderList(
      {
        ...page(
          { at: 'A'.repeat(20), stage: 'allocated', due: 'next cut-off', show: 'stopped' },
          Array.from({ length: 10 }, (_, i) => ({ ...hostileRow, id: `${row.id.slice(0, -2)}${10 + i}` })),
          4_000,
        ),
        places: Array.from({ length: 300 }, (_, i) => ({ code: `A${i}`.padEnd(20, 'A'), name: hostile })),
        heard: full.heard,
      },
      reading,
    ),
};
