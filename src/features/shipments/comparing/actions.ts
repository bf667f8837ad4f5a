import { z } from 'zod';
import { defineAction } from '../../../core/tokens/action.ts';
import { groupCode } from '../parcels/model.ts';

/** How carriers did; of one of them, its services by lane. */
export const compareAction = defineAction({
  id: 'shipments.compare',
  version: 1,
  value: z.object({ of: groupCode.nullable() }),
});
