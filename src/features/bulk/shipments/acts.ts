import { z } from 'zod';
import { teamReaderOf } from '../../../cases/reader.ts';
import { Already, actsOnEach } from '../../../core/declare/lists/bulk.ts';
import { defineBulk } from '../../../core/tokens/bulk.ts';
import {
  askedBefore,
  listExport,
  lookAtParcel,
  tellManyPermission,
  tellService,
} from '../../shipments/index.ts';

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
    already: 'asked for already',
  }),
  look: lookAtParcel,
  async act(ctx, id) {
    const asked = await tellService.call(ctx, { id });
    if (!asked.isNew) throw new Already(askedBefore(asked, { ...teamReaderOf(ctx), lasting: true }));
  },
});
