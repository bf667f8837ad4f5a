import type { QueryContext } from '../../../core/runtime/context.ts';
import type { Scope } from '../../../core/runtime/database.ts';
import { carrierNamed, trackingPageOf } from '../../carriers/index.ts';
import { freshnessOf } from '../../feeds/index.ts';
import { colleagues } from '../../people/index.ts';
import { foldShipments } from '../fold/fold-shipments.ts';
import type { FoldedShipment } from '../fold/model.ts';
import { codesKnown } from '../keeping/code-store.ts';
import { parcelOrders } from '../keeping/orders.ts';
import { readSeries } from '../keeping/read.ts';
import { personOf, personSource } from '../telling/model.ts';
import type { ShipmentCard } from './model.ts';
import { seriesOf } from './store.ts';

/** A shipment as its events and words make it now, with the orders that it brings; null: it is no longer here. */
export async function readShipment(
  { scope, workspace }: Pick<QueryContext, 'scope' | 'workspace'>,
  id: string,
): Promise<ShipmentCard | null> {
  const seriesId = await seriesOf(scope, id);
  if (seriesId === null) return null;
  const { events, words, shipments } = (await readSeries(scope, [seriesId]))([seriesId]);
  const codes = await codesKnown(scope);
  const orders = (await parcelOrders(scope, words))(words);
  const folded = foldShipments({ events, words, businessZone: workspace.timeZone, codes, orders });
  const row = shipments.find((one) => one.id === id);
  const n = folded.findLastIndex(({ beganAt }) => row && beganAt <= row.beganAt);
  const shipment = folded[n];
  if (!row || !shipment) return null;
  return {
    ...shipment,
    id,
    carrier: (row.carrierId && (await carrierNamed(scope, row.carrierId))) ?? shipment.carrierSaid,
    page: row.carrierId && (await trackingPageOf(scope, row.carrierId, shipment.tracking)),
    before: n,
    heard: await freshnessOf(scope, 'shipments'),
    people: await peopleIn(scope, shipment),
  };
}

async function peopleIn(scope: Scope, { events, estimates }: FoldedShipment) {
  if (![...events, ...estimates].some(({ source }) => personOf(source) !== null)) return new Map();
  return new Map((await colleagues(scope)).map(({ id, name }) => [personSource(id), name]));
}
