import { z } from 'zod';
import { actsOnEach } from '../../../core/declare/lists/bulk.ts';
import { defineBulk } from '../../../core/tokens/bulk.ts';
import { listExport, lookAtParcel, tellManyPermission, tellService } from '../../shipments/index.ts';

export const tellServices = defineBulk({
  id: 'bulk.tell-service',
  list: listExport.id,
  params: z.object({}),
});

/** An issue for each parcel, with the words to send; one that is open already stays the only one. */
export const telling = actsOnEach(tellServices, {
  permission: tellManyPermission,
  tell: (what) => ({
    asks: `ask customer service to tell the customers of ${what}`,
    ended: `Asked customer service to tell the customers of ${what}`,
  }),
  look: lookAtParcel,
  act: async (ctx, id) => await tellService.call(ctx, { id }),
});
