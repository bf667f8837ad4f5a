import { codeKey } from '../../../core/text/code-key.ts';
import type { ShipmentStatement } from '../../shipments/index.ts';
import { aboutOf, nameSaid, placeSaid, type ShipmentEvent, scanEvent } from '../meaning/parcels.ts';
import type { Teller } from '../meaning/teller.ts';
import { milestoneMeant, shipmentMeant } from './codes.ts';
import type { FulfilmentStatus, Milestone, TrackingMilestone } from './model.ts';

/** The parcels of a fulfilment order: each number once, however many packages bear it. */
export function packageStatements(
  { eventTime, payload }: FulfilmentStatus,
  { source, deliveryId }: Teller,
): readonly ShipmentStatement[] {
  const { fulfillmentShipment: shipment, statusUpdatedDateTime } = payload.fulfillmentOrderStatusNotification;
  if (!shipment) return [];
  const at = statusUpdatedDateTime ?? eventTime;
  const numbered = new Map(
    (shipment.fulfillmentShipmentPackages ?? [])
      .toReversed()
      .flatMap((one) => (one.trackingNumber ? [[codeKey(one.trackingNumber), one] as const] : [])),
  );
  const code = shipment.fulfillmentShipmentStatus;
  const arrival = shipment.estimatedArrivalDateTime;
  return [...numbered.values()].toReversed().map(({ trackingNumber, carrierCode }) => ({
    tracking: trackingNumber ?? '',
    formerly: [],
    source,
    saidAt: at,
    deliveryId,
    about: aboutOf({
      carrier: nameSaid(carrierCode),
      estimate: arrival ? { kind: 'instant' as const, at: arrival } : null,
    }),
    events: [scanEvent({ at, meant: shipmentMeant(code), code, place: null })],
  }));
}

const estimateType = 'ESTIMATED_DELIVERY_DATE';

/** A parcel with all its milestones. */
export function milestoneStatement(
  { eventTime, payload }: TrackingMilestone,
  { source, deliveryId }: Teller,
): ShipmentStatement {
  const { trackingDetail: detail } = payload.shipmentTrackingMilestoneChangedNotification;
  const history = detail.milestoneHistory ?? (detail.latestMilestone ? [detail.latestMilestone] : []);
  const estimate = detail.trackingEstimates?.find(({ type }) => type === estimateType);
  const moments = [eventTime, ...history.map(({ occurredAt }) => occurredAt)];
  return {
    tracking: detail.identifier.aftn,
    formerly: [],
    source,
    // A word is not older than what had happened when it was said.
    saidAt: new Date(Math.max(...moments.map((at) => at.getTime()))),
    deliveryId,
    about: aboutOf({
      estimate: estimate ? { kind: 'instant' as const, at: estimate.estimatedInterval.endTime } : null,
    }),
    events: history.map(eventOf),
  };
}

function eventOf({ status, location, occurredAt: at }: Milestone): ShipmentEvent {
  const { city, region, countryCode: country } = location?.address ?? {};
  const { code, subCode, description: text } = status;
  const said = subCode ? `${code} ${subCode}` : code;
  return scanEvent({
    at,
    meant: milestoneMeant(code),
    code: said,
    place: placeSaid({ city, region, country }),
    text,
  });
}
