import type { OrderStatement } from '../../orders/index.ts';
import { failed, type Meaning } from '../meaning/meaning.ts';
import type { Teller } from '../meaning/teller.ts';
import type { OrderChange, OutboundStatus } from './model.ts';

type Milestones = NonNullable<OrderStatement['milestones']>;

/** Amazon shows an order as something else than pending once it was paid. */
const unpaid: readonly string[] = ['Pending', 'PendingAvailability', 'Canceled', 'Unfulfillable'];

/** An order with its lines. Nothing is told of what it costs. */
export function orderStatement(
  { eventTime, payload }: OrderChange,
  { source, channel, deliveryId }: Teller,
): OrderStatement {
  const said = payload.orderChangeNotification;
  const { summary, amazonOrderId: number } = said;
  const { orderStatus: status, purchaseDate: placedAt, orderItems: items } = summary;
  const versionAt = said.orderChangeTrigger?.timeOfOrderChange ?? eventTime;
  const isCancelled = status === 'Canceled';
  const [supply, ...others] = new Set((items ?? []).map(({ supplySourceId }) => supplySourceId ?? null));
  const isAsked = items?.some((one) => one.isBuyerRequestedCancel) ?? false;
  const milestone = (what: Milestones[number]['what'], eventKey: string | null = null) => ({
    what,
    retracted: false,
    part: '',
    eventKey,
    at: versionAt,
  });
  return {
    order: { channel, number, external: { source, kind: 'order', externalId: number } },
    source,
    facet: 'order',
    versionAt,
    deliveryId,
    header: {
      kind: 'sale',
      placedAt,
      ...(summary.latestShipDate && { shipBy: summary.latestShipDate }),
      // Where all of it comes from one of the seller's own places.
      ...(supply && others.length === 0 && { location: { source, kind: 'location', externalId: supply } }),
      ...(isCancelled && { cancelledBy: isAsked ? ('customer' as const) : ('unknown' as const) }),
    },
    milestones: [
      ...(unpaid.includes(status) ? [] : [milestone('paid')]),
      ...(isCancelled ? [milestone('cancelled')] : []),
      // Later changes of a shipped order are no other hand-over.
      ...(status === 'Shipped' && said.orderChangeType === 'OrderStatusChange'
        ? [{ ...milestone('handed_over', 'shipped'), by: 'told' as const }]
        : []),
    ],
    ...(summary.latestDeliveryDate && {
      promises: [{ kind: 'instant', at: summary.latestDeliveryDate, toldAt: placedAt }],
    }),
    ...(items && {
      lines: {
        tells: said.notificationLevel === 'OrderLevel' ? 'whole' : 'part',
        of: items.map(({ orderItemId, sellerSKU, quantity, orderItemStatus }) => ({
          id: orderItemId,
          code: sellerSKU,
          item: null,
          quantity,
          ...(orderItemStatus === 'Canceled' && !isCancelled && { current: 0 }),
        })),
      },
    }),
  };
}

const states: Readonly<Record<string, 'open' | 'cancelled'>> = {
  Created: 'open',
  Canceled: 'cancelled',
  Cancelled: 'cancelled',
};

/** That Amazon's own warehouse has begun, or called off, a parcel of an order. */
export function outboundMeaning(
  { eventTime: at, payload }: OutboundStatus,
  { source, channel, deliveryId }: Teller,
): Meaning {
  const said = payload.fBAOutboundShipmentStatusNotification;
  const state = Object.hasOwn(states, said.shipmentStatus) ? states[said.shipmentStatus] : undefined;
  if (!state) return failed(`nobody here knows its ShipmentStatus, ${said.shipmentStatus}`);
  const id = said.amazonShipmentId;
  const statement: OrderStatement = {
    // Its number alone says nothing of the order: that waits until Amazon tells it.
    order: {
      channel,
      number: null,
      external: { source, kind: 'order', externalId: said.amazonOrderId },
    },
    source,
    facet: `fulfilment ${id}`,
    versionAt: at,
    deliveryId,
    fulfilments: [
      { externalId: id, state, at, location: null, carrier: null, service: null, tracking: [], lines: null },
    ],
  };
  return { is: 'orders', statements: [statement] };
}
