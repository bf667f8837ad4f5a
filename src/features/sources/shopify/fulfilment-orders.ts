import { z } from 'zod';
import { cleanName } from '../../../core/text/clean.ts';
import { ignored, type Meaning, readAs } from '../meaning/meaning.ts';
import { id, time } from '../meaning/shapes.ts';
import type { Teller } from '../meaning/teller.ts';

/** Pieces of an order that Shopify has given to a location to send. */
const shopifyFulfilmentOrder = z.object({
  id,
  order_id: id,
  created_at: time,
  updated_at: time,
  status: z.string(),
  assigned_location_id: id.nullish(),
  line_items: z.array(z.object({ line_item_id: id })),
  fulfillment_holds: z.array(z.object({ reason: z.string().nullish() })).nullish(),
});

/** Its lines are allocated at its location, unless it was taken back; and the order is held while it is. */
export function fulfilmentOrderMeaning(body: unknown, teller: Teller): Meaning {
  // What Shopify sends on most of these topics is an id alone.
  if (typeof body === 'object' && body !== null && 'fulfillment_order' in body)
    return ignored('it names no order: its parcels and the order follow');
  const read = readAs(shopifyFulfilmentOrder, body);
  if ('why' in read) return read.why;
  const { source, channel, deliveryId } = teller;
  const { id: own, order_id: externalId, status, assigned_location_id: location, ...one } = read.value;
  const retracted = status === 'cancelled';
  const reason = one.fulfillment_holds?.[0]?.reason;
  return {
    is: 'orders',
    statements: [
      {
        order: { channel, number: null, external: { source, kind: 'order', externalId } },
        source,
        facet: `fulfilment order ${own}`,
        versionAt: one.updated_at,
        deliveryId,
        ...(location &&
          !retracted && { header: { location: { source, kind: 'location', externalId: location } } }),
        milestones: one.line_items.map(({ line_item_id: part }) => ({
          what: 'allocated',
          retracted,
          part,
          eventKey: `${own} ${part}`,
          at: one.created_at,
        })),
        holds: [
          {
            key: `fulfilment order ${own}`,
            held: status === 'on_hold',
            ...(reason && { reason: cleanName(reason.replaceAll('_', ' '), 100) }),
          },
        ],
      },
    ],
  };
}
