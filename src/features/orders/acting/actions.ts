import { z } from 'zod';
import { defineAction } from '../../../core/tokens/action.ts';
import { acts } from './model.ts';

/** Opens the form of an act on an order. */
export const actOn = defineAction({
  id: 'orders.act',
  version: 1,
  value: z.object({ id: z.uuid(), act: z.enum(acts) }),
});
/** Lists what can be done about an order. */
export const listActs = defineAction({ id: 'orders.acts', version: 1, value: z.object({ id: z.uuid() }) });
