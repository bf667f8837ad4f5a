import type { SelectedRow } from '../../../core/declare/lists/listing.ts';
import type { MutationContext } from '../../../core/runtime/context.ts';
import { stateWords } from '../card/words.ts';
import { parcelsWith } from './list-store.ts';
import type { ParcelRow } from './model.ts';

/** A parcel among many, and what must still be so when somebody acts on it. */
export function selectedParcel({
  id,
  tracking,
  orderNumber,
  ...state
}: Pick<ParcelRow, 'id' | 'tracking' | 'orderNumber' | 'status' | 'reason' | 'returnedAt'>): SelectedRow {
  const order = orderNumber === null ? '' : `, order ${orderNumber}`;
  return {
    ref: id,
    label: `Shipment ${tracking}${order}`,
    seen: stateWords(state),
  };
}

/** The same as they are now, by id; those that are gone are left out. */
export async function lookAtParcels(
  { tx }: MutationContext,
  ids: readonly string[],
): Promise<ReadonlyMap<string, SelectedRow>> {
  const parcels = await parcelsWith(tx, ids);
  return new Map(parcels.map((one) => [one.id, selectedParcel(one)]));
}
