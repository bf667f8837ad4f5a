import { defineFacts } from '../../core/tokens/fact.ts';

/** A SKU and its stock, now and in the past. */
export const skuFacts = defineFacts({
  id: 'sku',
  tables: {
    sku: 'id',
    ledger_leg: 'sku_id',
    expected_receipt: 'sku_id',
    listed_span: 'sku_id',
    stockout_span: 'sku_id',
  },
});
