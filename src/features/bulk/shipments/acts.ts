import { z } from 'zod';
import { actsOnAll } from '../../../core/declare/lists/bulk.ts';
import { demandFilter, listingOf } from '../../../core/declare/lists/listing.ts';
import type { MutationContext } from '../../../core/runtime/context.ts';
import { defineBulk } from '../../../core/tokens/bulk.ts';
import {
  listExport,
  lookAtParcels,
  raiseManyPermission,
  raiseTogether,
  tellManyPermission,
  tellServiceTogether,
} from '../../shipments/index.ts';

const list = listExport.id;

export const raiseOne = defineBulk({ id: 'bulk.raise-one', list, params: z.object({}) });
export const tellServices = defineBulk({ id: 'bulk.tell-service', list, params: z.object({}) });

/** One issue with the list behind it. */
export const raising = actsOnAll(raiseOne, {
  permission: raiseManyPermission,
  tell: (what) => ({
    asks: `raise one issue for ${what}`,
    ended: `Raised one issue for ${what}`,
    already: 'in an issue already',
  }),
  look: lookAtParcels,
  act: async (ctx, { selection, filter, refs }) =>
    await raiseTogether.call(ctx, { list: selection, filter: filterOf(ctx, filter), ids: [...refs] }),
});

/** One issue for all of them; those for whom it was asked already stay where they are. */
export const telling = actsOnAll(tellServices, {
  permission: tellManyPermission,
  tell: (what) => ({
    asks: `ask customer service to tell the customers of ${what}, in one issue`,
    ended: `Asked customer service to tell the customers of ${what}`,
    already: 'asked for already',
  }),
  look: lookAtParcels,
  act: async (ctx, { selection, filter, refs }) =>
    await tellServiceTogether.call(ctx, {
      list: selection,
      filter: filterOf(ctx, filter),
      ids: [...refs],
    }),
});

function filterOf(ctx: MutationContext, filter: unknown) {
  demandFilter(listingOf(ctx, list), filter);
  return listExport.filter.parse(filter);
}
