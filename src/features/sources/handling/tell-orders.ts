import { tellOrders } from '../../orders/index.ts';
import type { TellsOrders } from './orders.ts';

/** Tells orders in one operation, in the name of the source. */
export const tellsOrders: TellsOrders = async (ctx, statements) =>
  await tellOrders.call(ctx, { statements: [...statements] });
