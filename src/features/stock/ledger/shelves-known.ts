import { z } from 'zod';
import { mutation } from '../../../core/runtime/operation.ts';
import { bookMovementsPermission } from '../permissions.ts';

/**
 * The stock of these places is known, or from earlier on than before: by the first statement or correction, or by one about
 * an earlier moment. Whoever books only what the ledger can know follows it. Its answer is what it was told.
 */
export const shelvesKnown = mutation({
  name: 'stock.shelves-known',
  permission: bookMovementsPermission,
  input: z.object({ places: z.array(z.object({ skuId: z.uuid(), locationId: z.uuid() })) }),
  // The ledger records why.
  run: async (_, { places }) => ({ result: { places }, changes: [] }),
});
