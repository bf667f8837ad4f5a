import { type Kpi, lastingFact } from '../../../core/tokens/fact.ts';
import { orderWaitTable } from './facts.ts';

const shared = {
  facts: orderWaitTable,
  feed: 'orders',
  version: 1,
  good: 'down',
  anchor: { column: lastingFact.sinceDay, words: 'counted at one moment' },
} as const;

/** What waits at a moment. */
export const waitingKpis: readonly Kpi[] = [
  {
    ...shared,
    key: 'backlog',
    name: 'Backlog',
    aliases: ['backlog', 'unshipped', 'unshipped orders', 'orders to ship', 'to ship'],
    formula: 'orders to be sent that were not with the carrier, not cancelled, and that nobody held',
    owner: 'warehouse',
    measure: { kind: 'standing', of: 'backlog', unit: 'order' },
  },
  {
    ...shared,
    key: 'past_promise',
    name: 'Open past promise',
    aliases: ['past promise', 'open past promise', 'overdue', 'overdue orders', 'late orders'],
    formula:
      'orders whose first promise had passed, not delivered, not back and not cancelled before they left',
    owner: 'shipping',
    measure: { kind: 'standing', of: 'past_promise', unit: 'order' },
  },
];
