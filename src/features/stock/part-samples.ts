import type { Samples } from '../../core/declare/sample.ts';
import { tellAdjustment } from './adjustment/views.ts';
import { stockCard } from './card/views.ts';
import { moved } from './expecting/views.ts';
import { bare, hamburg, mug } from './sample-cards.ts';
import { watchLines } from './watching/home-views.ts';

const sku = '00000000-0000-7000-8000-000000000001';
const hostile = `<!channel> <https://evil.example|free> *bold* ${'<&>'.repeat(1_000)}`;
const request = { skuId: sku, locationId: sku, quantity: -40, cause: 'damaged' } as const;
const facts = {
  code: 'MUG-01',
  title: 'Stoneware mug, sand',
  location: 'Hamburg',
  locationCode: 'HAM',
  available: 120,
  damaged: 5,
  availableInAll: 142,
  recentUnits: 140,
  demandOver: 28,
  unitCost: '450',
  currency: 'EUR',
};
const line = { skuId: sku, code: hostile, title: hostile, place: 'U0MAYA0001', available: 1_000_000 };
const now = new Date('2026-03-02T08:40:00Z');
const reading = { now, timeZone: 'Europe/Berlin' };
const march = (day: string) => new Date(`2026-03-${day}T00:00:00Z`);
const receipt = { units: 40, expectedOn: march('12'), ref: 'PO 4711', sender: 'Acme' };
const newDay = {
  units: 40,
  ref: 'PO 4711',
  sender: 'Acme',
  before: '2026-03-12',
  expectedOn: '2026-03-19',
  why: 'supplier late',
  by: 'Maya',
};
export const partSamples: Samples = {
  'card with a receipt by name': () => stockCard({ ...mug, nextReceipt: receipt }, reading),
  'card with a receipt that is overdue': () =>
    stockCard(
      {
        ...bare,
        locations: [{ ...hamburg, expectedOn: march('01') }],
        nextReceipt: { ...receipt, expectedOn: march('01'), sender: null },
      },
      reading,
    ),
  'card with receipts that arrive elsewhere': () =>
    stockCard(
      {
        ...mug,
        elsewhere: [
          { name: null, incoming: 5, expectedOn: null },
          { name: 'Antwerp', incoming: 7, expectedOn: march('04') },
        ],
        nextReceipt: { ...receipt, expectedOn: null },
      },
      reading,
    ),
  'card without levels, and a receipt': () =>
    stockCard(
      {
        ...bare,
        locations: [],
        elsewhere: [{ name: null, incoming: 40, expectedOn: march('12') }],
        nextReceipt: receipt,
      },
      reading,
    ),
  'card with a hostile receipt': () =>
    stockCard({ ...mug, nextReceipt: { ...receipt, ref: hostile, sender: hostile } }, reading),
  'a receipt comes on another day': () => moved(mug, newDay, now),
  'a receipt comes on a day that nobody names, hostile': () =>
    moved(
      { code: hostile, title: hostile },
      {
        ...newDay,
        units: 1,
        ref: hostile,
        sender: hostile,
        before: null,
        expectedOn: null,
        why: hostile,
        by: hostile,
      },
      now,
    ),
  'an adjustment for its approvers': () => ({
    approval: 'stock.adjustment',
    told: tellAdjustment(request, facts, 'would be'),
  }),
  'an adjustment for its approvers, where a 3PL keeps the numbers': () => ({
    approval: 'stock.adjustment',
    told: tellAdjustment(request, { ...facts, kind: '3pl', record: 'outside' }, 'would be'),
  }),
  'an adjustment for its approvers, hostile': () => ({
    approval: 'stock.adjustment',
    told: tellAdjustment(
      request,
      {
        ...facts,
        code: hostile,
        title: hostile,
        location: hostile,
        unitCost: null,
        recentUnits: 0,
      },
      'would be',
    ),
  }),
  'watched stock at Home': () => ({
    home: 'Watched stock',
    blocks: watchLines({ lines: Array.from({ length: 9 }, () => line), total: 9 }, 5),
  }),
};
