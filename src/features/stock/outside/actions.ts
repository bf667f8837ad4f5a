import { z } from 'zod';
import { defineAction } from '../../../core/tokens/action.ts';

/** Nobody is to enter the change any more. */
export const withdrawOutside = defineAction({
  id: 'stock.withdraw-outside',
  version: 1,
  value: z.object({ id: z.uuid() }),
});
