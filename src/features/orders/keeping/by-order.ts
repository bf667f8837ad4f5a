import type { OfOrder } from './part-rows.ts';

export type ByOrder<Row> = ReadonlyMap<string, readonly Row[]>;

/** Rows by the id of their order, in the order in which they come. */
export function byOrder<Row extends OfOrder>(rows: readonly Row[]): ByOrder<Row> {
  const orders = new Map<string, Row[]>();
  for (const row of rows) {
    const own = orders.get(row.orderId);
    if (own) own.push(row);
    else orders.set(row.orderId, [row]);
  }
  return orders;
}
