import { failed, ignored, type Meaning, readAs } from '../meaning/meaning.ts';
import type { Teller } from '../meaning/teller.ts';
import { noType, notificationOf } from './about.ts';
import { fulfilmentStatus, itemInventory, orderChange, outboundStatus, trackingMilestone } from './model.ts';
import { orderStatement, outboundMeaning } from './orders.ts';
import { milestoneStatement, packageStatements } from './parcels.ts';

/** What a notification of Amazon means, by its topic and its body as `exactJson` reads it. */
export function amazonMeaning(topic: string, said: unknown, teller: Teller): Meaning {
  const body = notificationOf(said);
  if (body === null) return failed('its body is no notification');
  switch (topic) {
    case 'ORDER_CHANGE': {
      const read = readAs(orderChange, body);
      return 'why' in read ? read.why : { is: 'orders', statements: [orderStatement(read.value, teller)] };
    }
    case 'FBA_OUTBOUND_SHIPMENT_STATUS': {
      const read = readAs(outboundStatus, body);
      return 'why' in read ? read.why : outboundMeaning(read.value, teller);
    }
    case 'FULFILLMENT_ORDER_STATUS': {
      const read = readAs(fulfilmentStatus, body);
      if ('why' in read) return read.why;
      const statements = packageStatements(read.value, teller);
      return statements.length > 0
        ? { is: 'shipments', statements }
        : ignored('it names no parcel with a tracking number');
    }
    case 'SHIPMENT_TRACKING_MILESTONE_CHANGED': {
      const read = readAs(trackingMilestone, body);
      return 'why' in read
        ? read.why
        : { is: 'shipments', statements: [milestoneStatement(read.value, teller)] };
    }
    case 'ITEM_INVENTORY_EVENT_CHANGE':
      return levelsOf(body);
    case 'LISTINGS_ITEM_MFN_QUANTITY_CHANGE':
      return ignored('what a listing offers is no level of stock');
    case noType:
      return ignored('it is no notification');
    default:
      return ignored(`nothing is made of ${topic}`);
  }
}

/** What Amazon has of each ASIN for a marketplace, which somebody maps to a location. */
function levelsOf(body: unknown): Meaning {
  const read = readAs(itemInventory, body);
  if ('why' in read) return read.why;
  return {
    is: 'levels',
    levels: read.value.payload.itemInventoryEventChanges.map((one) => ({
      item: { kind: 'code', code: one.asin },
      place: one.marketplaceId,
      byCode: false,
      available: one.highlyAvailableInventory,
      asOf: one.endTime,
    })),
  };
}
