import { defineFacts } from '../../core/tokens/fact.ts';

export const orderFacts = defineFacts({
  id: 'order',
  tables: {
    order: 'id',
    order_line: 'order_id',
    order_milestone: 'order_id',
    order_hold: 'order_id',
    order_promise: 'order_id',
    fulfilment: 'order_id',
    fulfilment_line: 'order_id',
    refund: 'order_id',
    refund_line: 'order_id',
  },
});
