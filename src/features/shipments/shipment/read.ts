import type { QueryContext } from '../../../core/runtime/context.ts';
import type { Scope } from '../../../core/runtime/database.ts';
import { codeKey } from '../../../core/text/code-key.ts';
import { carrierNamed } from '../../carriers/index.ts';
import { freshnessOf } from '../../feeds/index.ts';
import { ordersByTracking } from '../../orders/index.ts';
import { colleagues } from '../../people/index.ts';
import { foldShipments } from '../fold/fold-shipments.ts';
import type { FoldedShipment } from '../fold/model.ts';
import { statusMap } from '../keeping/code-store.ts';
import { readSeries } from '../keeping/read.ts';
import { personOf, personSource } from '../telling/model.ts';
import type { Promised, ShipmentCard } from './model.ts';
import { seriesOf } from './store.ts';

/** More orders than come in one parcel. */
const mostOrders = 5;

/** A shipment as its events and words make it now, with the orders that it brings; null: it is no longer here. */
export async function readShipment(
  { scope, workspace }: Pick<QueryContext, 'scope' | 'workspace'>,
  id: string,
): Promise<ShipmentCard | null> {
  const seriesId = await seriesOf(scope, id);
  if (seriesId === null) return null;
  const { events, words, shipments } = (await readSeries(scope, [seriesId]))([seriesId]);
  const statusOf = await statusMap(scope);
  const folded = foldShipments({ events, words, businessZone: workspace.timeZone, statusOf });
  const row = shipments.find((one) => one.id === id);
  const n = folded.findLastIndex(({ beganAt }) => row && beganAt <= row.beganAt);
  const shipment = folded[n];
  if (!row || !shipment) return null;
  const orders = await ordersByTracking(scope, shipment.numbers.map(codeKey), mostOrders);
  const promised = orders.find(({ promises }) => promises.length > 0)?.promises ?? [];
  return {
    ...shipment,
    id,
    carrier: (row.carrierId && (await carrierNamed(scope, row.carrierId))) ?? shipment.carrierSaid,
    orders: orders.map(({ id: orderId, number, currency, valueMinor }) => ({
      id: orderId,
      number,
      currency,
      valueMinor,
    })),
    promises:
      promised.length > 0
        ? promised.map(({ on, until }) => ({ on, until, by: 'order' as const }))
        : guaranteed(shipment),
    before: n,
    heard: await freshnessOf(scope, 'shipments'),
    people: await peopleIn(scope, shipment),
  };
}

async function peopleIn(scope: Scope, { events, estimates }: FoldedShipment) {
  if (![...events, ...estimates].some(({ source }) => personOf(source) !== null)) return new Map();
  return new Map((await colleagues(scope)).map(({ id, name }) => [personSource(id), name]));
}

/** What the carrier guarantees counts where the customer was told nothing. */
function guaranteed({ promises }: FoldedShipment): readonly Promised[] {
  return promises.map(({ arrival, until }) => ({
    on: arrival.kind === 'date' ? arrival.on : null,
    until,
    by: 'carrier',
  }));
}
