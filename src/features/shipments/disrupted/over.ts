import { z } from 'zod';
import { query } from '../../../core/runtime/operation.ts';
import { readShipments } from '../permissions.ts';
import { disruptionsOf } from './group-store.ts';

const mostShown = 2;

/** The strikes and storms that a parcel on its way stands in. */
export const disruptionsOver = query({
  name: 'shipments.disruptions-over',
  permission: readShipments,
  input: z.object({ id: z.uuid() }),
  run: async ({ scope, now }, { id }) => await disruptionsOf(scope, { id, now, limit: mostShown }),
});
