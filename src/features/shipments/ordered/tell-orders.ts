import { worksTogether } from '../../../core/declare/work.ts';
import { asSystem } from '../../../core/runtime/system.ts';
import { codeKey } from '../../../core/text/code-key.ts';
import { tellScans } from '../../orders/index.ts';
import { foldShipments } from '../fold/fold-shipments.ts';
import type { FoldedShipment } from '../fold/model.ts';
import { codesKnown } from '../keeping/code-store.ts';
import { tellOrdersOf } from '../keeping/order-work.ts';
import { parcelOrders } from '../keeping/orders.ts';
import { readSeries } from '../keeping/read.ts';
import { marksOf } from './scan-rules.ts';

/**
 * Orders learn what carriers scanned of their parcels. In a transaction of its own: whoever tells of shipments holds them
 * already, and orders are held before shipments.
 */
export const scansHandler = worksTogether(tellOrdersOf, async (ctx, pieces) => {
  const { tx, workspace } = ctx;
  const ids = [...new Set(pieces.map(({ subject }) => subject))];
  const series = await readSeries(tx, ids);
  const words = series(ids).words;
  const ordersOf = await parcelOrders(tx, words);
  const codes = await codesKnown(tx);
  const parcels = ids.flatMap((id) => {
    const { events, words: own } = series([id]);
    if (own.length === 0) return [];
    const orders = ordersOf(own);
    const means = { businessZone: workspace.timeZone, codes, orders };
    return foldShipments({ events, words: own, ...means }).flatMap(parcelsOf);
  });
  if (parcels.length > 0) await tellScans.call(asSystem({ ...ctx, scope: tx }, 'shipments'), { parcels });
  return { changes: [] };
});

/** What a customer sends back says nothing of how the order came to them, and takes back what was thought so. */
function parcelsOf(shipment: FoldedShipment) {
  const marks = shipment.direction === 'outbound' ? [...marksOf(shipment)] : [];
  const keys = new Set(shipment.numbers.map(codeKey));
  return shipment.orders.flatMap(({ id: orderId, keys: own }) =>
    own.flatMap((key) => (keys.has(key) ? [{ orderId, key, marks }] : [])),
  );
}
