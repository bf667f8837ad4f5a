import { defineWatch } from '../../watches/index.ts';
import { readOrder } from '../order/look-up.ts';
import type { OrderCard } from '../order/model.ts';
import { crossing, watchCard } from './notifications.ts';
import { isCrossing, watchState } from './rules.ts';

/** Watches of orders: a watch follows how far one has come. */
export const orderWatch = defineWatch<OrderCard, Parameters<typeof crossing.about>[2]>({
  kind: 'orders.order',
  card: watchCard,
  crossing,
  read: readOrder,
  stateOf: watchState,
  isCrossing,
  factsOf: (id, _, before, after) => ({ id, before, after }),
});
