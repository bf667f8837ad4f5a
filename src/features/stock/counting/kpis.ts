import type { FactTable } from '../../../core/declare/kpi.ts';
import { type Kpi, type LackingKpi, lastingFact } from '../../../core/tokens/fact.ts';
import { skuFacts } from '../facts-model.ts';
import { makeStockFacts, skusAfter } from './fact-store.ts';

/** When each SKU was for sale from a location, and when there was none. */
export const stockFactTable: FactTable = {
  family: skuFacts,
  table: 'stock_time_fact',
  one: 'SKU',
  opens: 'sku',
  version: 1,
  dimensions: [
    { name: 'location', title: 'location', words: ['warehouse', 'site'] },
    { name: 'category', title: 'category', words: ['product group'] },
    { name: 'supplier', title: 'supplier', words: ['vendor'] },
  ],
  make: makeStockFacts,
  subjects: skusAfter,
};

/** The core set of KPIS.md that the ledger tells. */
export const stockKpis: readonly Kpi[] = [
  {
    facts: stockFactTable,
    feed: 'levels',
    version: 1,
    owner: 'purchasing',
    key: 'stockout',
    name: 'Time out of stock',
    aliases: ['stockout', 'stock out', 'stockouts', 'out of stock', 'stock out rate'],
    formula: 'time without any available, of the time for sale, over every SKU at every location',
    good: 'down',
    measure: { kind: 'lasting', of: 'out', among: 'listed' },
    anchor: { column: lastingFact.sinceDay, words: 'by the hour' },
  },
];

export const stockLackingKpis: readonly LackingKpi[] = [
  {
    key: 'low_stock',
    name: 'SKUs at their reorder point',
    aliases: ['low stock', 'low', 'reorder point'],
    owner: 'purchasing',
    lacks: 'nobody keeps yet since when a SKU is at its reorder point',
  },
  {
    key: 'inventory_value',
    name: 'Value of stock',
    aliases: ['inventory value', 'stock value', 'value of stock'],
    owner: 'management',
    lacks: 'nobody keeps yet what stock was worth on each day',
  },
  {
    key: 'turnover',
    name: 'Turnover of stock',
    aliases: ['turnover', 'stock turnover', 'inventory turnover', 'days on hand'],
    owner: 'purchasing',
    lacks: 'nobody keeps yet what stock was worth on each day',
  },
  {
    key: 'accuracy',
    name: 'Accuracy of stock',
    aliases: ['accuracy', 'inventory accuracy', 'stock accuracy', 'count accuracy'],
    owner: 'warehouse',
    lacks: 'nobody counts stock here yet',
  },
];
