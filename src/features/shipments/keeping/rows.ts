import { type FoldedShipment, foldVersion } from '../fold/model.ts';
import type { StoredShipment } from './rows-model.ts';

/** Which carrier and service of ours a source means. */
export interface CarriersKnown {
  carrierOf(said: string): string | null;
  serviceOf(said: string, carrierId: string | null): string | null;
}

/**
 * The rows of folded shipments. Each keeps the row that it had: the latest of those that began while it lasted, since what
 * were two may be one. `before`: the first one first.
 */
export function rowsOf(
  folded: readonly FoldedShipment[],
  seriesId: string,
  before: readonly StoredShipment[],
  means: { readonly newId: () => string; readonly carriers: CarriersKnown },
): readonly StoredShipment[] {
  return folded.map((one, n) => {
    const next = folded[n + 1]?.beganAt;
    const own = before.findLast(({ beganAt }) => beganAt >= one.beganAt && (!next || beganAt < next));
    return rowOf(one, own?.id ?? means.newId(), seriesId, means.carriers);
  });
}

function rowOf(one: FoldedShipment, id: string, seriesId: string, carriers: CarriersKnown): StoredShipment {
  const { carrierSaid, serviceSaid, from, to, place, orders, promises } = one;
  const [order] = orders;
  const last = promises.at(-1);
  const carrierId = carrierSaid === null ? null : carriers.carrierOf(carrierSaid);
  return {
    id,
    seriesId,
    tracking: one.tracking,
    direction: one.direction,
    carrierSaid,
    carrierId,
    serviceSaid,
    serviceId: serviceSaid === null ? null : carriers.serviceOf(serviceSaid, carrierId),
    fromCountry: from?.country ?? null,
    toCountry: to?.country ?? null,
    toRegion: to?.region ?? null,
    zone: one.zone,
    zoneSource: one.zoneSource,
    status: one.status,
    reason: one.reason,
    fault: one.fault,
    placeCity: place?.city ?? null,
    placeRegion: place?.region ?? null,
    placeCountry: place?.country ?? null,
    beganAt: one.beganAt,
    scannedAt: one.scannedAt,
    handedOverAt: one.handedOverAt,
    deliveredAt: one.deliveredAt,
    returnedAt: one.returnedAt,
    endedAt: one.endedAt,
    doubtedAt: one.doubt?.since ?? null,
    etaUntil: one.etaUntil,
    promiseUntil: one.promiseUntil,
    promiseOn: last?.on ?? null,
    promiseBy: last?.by ?? null,
    originalUntil: promises[0]?.until ?? null,
    cameLate: one.cameLate,
    atRisk: one.atRisk,
    troubleAt: one.troubleAt,
    orderId: order?.id ?? null,
    orderNumber: order?.number ?? null,
    orders: orders.length,
    // Two currencies are never added.
    valueMinor: orders.reduce(
      (sum, { currency, valueMinor }) => (currency === order?.currency ? sum + valueMinor : sum),
      0n,
    ),
    currency: order?.currency ?? null,
    ordersWorth:
      orders.length > 1
        ? orders.map(({ id: of, currency, valueMinor }) => ({ id: of, currency, minor: String(valueMinor) }))
        : null,
    shipBy: order?.shipBy ?? null,
    lane: one.lane,
    scanDueAt: one.scanDueAt,
    saidAt: one.saidAt,
    foldVersion,
  };
}
