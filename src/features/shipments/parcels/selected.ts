import type { SelectedRow } from '../../../core/declare/lists/listing.ts';
import type { MutationContext } from '../../../core/runtime/context.ts';
import { statusWords } from '../card/words.ts';
import { readShipment } from '../shipment/read.ts';
import type { ParcelRow } from './model.ts';

/** A parcel among many, and what must still be so when somebody acts on it. */
export function selectedParcel({
  id,
  tracking,
  orderNumber,
  status,
  returnedAt,
}: Pick<ParcelRow, 'id' | 'tracking' | 'orderNumber' | 'status' | 'returnedAt'>): SelectedRow {
  const order = orderNumber === null ? '' : `, order ${orderNumber}`;
  return {
    ref: id,
    label: `Shipment ${tracking}${order}`,
    seen: returnedAt ? 'back with us' : statusWords[status],
  };
}

/** The same as it is now; null: it is gone. */
export async function lookAtParcel(ctx: MutationContext, id: string): Promise<SelectedRow | null> {
  const shipment = await readShipment({ ...ctx, scope: ctx.tx }, id);
  return shipment && selectedParcel({ ...shipment, orderNumber: shipment.orders[0]?.number ?? null });
}
