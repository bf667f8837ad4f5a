import { defineWatch } from '../../watches/index.ts';
import type { ShipmentCard } from '../shipment/model.ts';
import { readShipment } from '../shipment/read.ts';
import { crossing, watchCard } from './notifications.ts';
import { isCrossing, watchState } from './rules.ts';

/** Watches of shipments: a watch follows where one stands. */
export const shipmentWatch = defineWatch<ShipmentCard, Parameters<typeof crossing.about>[2]>({
  kind: 'shipments.shipment',
  card: watchCard,
  crossing,
  read: readShipment,
  stateOf: watchState,
  isCrossing,
  factsOf: (id, _, before, after) => ({ id, before, after }),
});
