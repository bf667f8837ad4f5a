import type { FactTable } from '../../../core/declare/kpi.ts';
import { orderFacts } from '../facts-model.ts';
import { makeOrderFacts, ordersAfter } from './fact-store.ts';

/** What each order adds to the figures, and by what they can be split. */
export const orderFactTable: FactTable = {
  family: orderFacts,
  table: 'order_fact',
  one: 'order',
  version: 1,
  dimensions: [
    { name: 'channel', title: 'channel', words: ['shop', 'marketplace'] },
    { name: 'location', title: 'location', words: ['warehouse', 'site'] },
    { name: 'country', title: 'country', words: ['destination'] },
    { name: 'service', title: 'service', words: ['shipping method'] },
    { name: 'cancelled_by', title: 'who cancelled', words: ['party', 'cancelled by'] },
  ],
  make: makeOrderFacts,
  subjects: ordersAfter,
};
