import type { Samples } from '../../core/declare/sample.ts';
import { tellAdjustment } from './adjustment/views.ts';
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
export const partSamples: Samples = {
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
