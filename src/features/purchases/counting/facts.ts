import type { FactTable } from '../../../core/declare/kpi.ts';
import type { FactChange } from '../../../core/tokens/fact.ts';
import { noticeSubject, purchaseFacts } from '../facts-model.ts';
import type { Plan } from '../line/rules.ts';
import { inboundAfter, makeInboundFacts, supplierNames } from './fact-store.ts';

/** What lines of purchase orders, the orders and the shipment notices add to the figures. */
export const inboundFactTable: FactTable = {
  family: purchaseFacts,
  table: 'inbound_fact',
  one: 'purchase line',
  version: 2,
  dimensions: [
    { name: 'supplier', title: 'supplier', words: ['vendor'] },
    { name: 'mode', title: 'mode', words: ['transport', 'shipment mode'] },
    { name: 'country', title: 'country', words: ['destination'] },
  ],
  names: { supplier: supplierNames },
  make: makeInboundFacts,
  subjects: inboundAfter,
};

/** Whose facts are others once these lines are written: their orders, and the notices that they are and were part of. */
export function factsMoved(lines: readonly Pick<Plan, 'before' | 'after'>[]): readonly FactChange[] {
  const notices = lines.flatMap(({ before, after }) => [before?.notice ?? [], after.notice ?? []].flat());
  return purchaseFacts.changed([...lines.map(({ after }) => after.poKey), ...notices.map(noticeSubject)]);
}
