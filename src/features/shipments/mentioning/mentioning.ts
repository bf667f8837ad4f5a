import { readerOf } from '../../../cases/reader.ts';
import type { Mentioner } from '../../../core/declare/mention.ts';
import { readShipments } from '../permissions.ts';
import { hasParcels, parcelsOf } from './mention-store.ts';
import { mentionOf } from './mention-views.ts';
import type { ParcelsTold } from './model.ts';

/** Says on an order's card how its parcels stand: who asks for an order wants to know what its customer sees. */
export const mentioner: Mentioner<ParcelsTold> = {
  permission: readShipments,
  has: hasParcels,
  tells: parcelsOf,
  draw: (ctx, told) => mentionOf(told, readerOf(ctx)),
};
