import type { FactTable } from '../../../core/declare/kpi.ts';
import { orderFacts } from '../facts-model.ts';
import { makeOrderFacts, ordersAfter } from './fact-store.ts';
import { makeLineFacts } from './line-store.ts';
import { makeWaitFacts } from './wait-store.ts';

/** What each order adds to the figures, and by what they can be split. */
export const orderFactTable: FactTable = {
  family: orderFacts,
  table: 'order_fact',
  one: 'order',
  opens: 'order',
  version: 2,
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

/** What each line of an order adds to the figures. */
export const lineFactTable: FactTable = {
  family: orderFacts,
  table: 'line_fact',
  one: 'order',
  opens: 'order',
  version: 1,
  dimensions: [
    { name: 'sku', title: 'SKU', words: ['sku', 'product', 'item', 'code'], isLarge: true },
    { name: 'channel', title: 'channel', words: ['shop', 'marketplace'] },
    { name: 'location', title: 'location', words: ['warehouse', 'site'] },
    { name: 'country', title: 'country', words: ['destination'] },
    { name: 'service', title: 'service', words: ['shipping method'] },
  ],
  make: makeLineFacts,
  subjects: ordersAfter,
};

/** When each order waited to be sent, and when it was late. */
export const orderWaitTable: FactTable = {
  family: orderFacts,
  table: 'order_wait_fact',
  one: 'order',
  opens: 'order',
  version: 1,
  dimensions: [
    { name: 'reached', title: 'stage', words: ['step'] },
    { name: 'location', title: 'location', words: ['warehouse', 'site'] },
    { name: 'channel', title: 'channel', words: ['shop', 'marketplace'] },
    { name: 'country', title: 'country', words: ['destination'] },
    { name: 'service', title: 'service', words: ['shipping method'] },
  ],
  make: makeWaitFacts,
  subjects: ordersAfter,
};
