import type { PurchaseLine } from './model.ts';

/** What stock expects of a line; days are "2026-12-24". */
interface Receipt {
  readonly id: string;
  readonly skuId: string;
  readonly locationId: string | null;
  readonly ref: string;
  readonly sender: string | null;
  readonly quantity: number;
  readonly received: number;
  readonly expectedOn: string | null;
  readonly promisedOn: string | null;
}

/** "PO 4711". */
export function orderName({ poKey }: Pick<PurchaseLine, 'poKey'>): string {
  return `PO ${poKey}`;
}

/** What of an open line with a known SKU is expected; null: nothing is, or nobody knows what it is. */
export function receiptOf(line: PurchaseLine): Receipt | null {
  const { id, skuId, locationId, supplier, ordered, received, expectedOn, promisedOn, open } = line;
  if (!open || skuId === null) return null;
  return {
    id,
    skuId,
    locationId,
    ref: orderName(line),
    sender: supplier,
    quantity: ordered,
    received,
    expectedOn,
    promisedOn,
  };
}
