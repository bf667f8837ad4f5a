import { z } from 'zod';
import { codeKey } from '../../../core/text/code-key.ts';
import { count, id, level, mostLines, sku, time } from '../meaning/shapes.ts';

// Notifications of Amazon's Selling Partner API, read by `exactJson`, with fields that begin in lower case. What is not
// named here is not read, nor kept.

const text = z.string().nullish();
const tracking = z
  .string()
  .max(100)
  .refine((said) => codeKey(said) !== '');

export const orderChange = z.object({
  eventTime: time,
  payload: z.object({
    orderChangeNotification: z.object({
      notificationLevel: text,
      amazonOrderId: id,
      orderChangeType: text,
      orderChangeTrigger: z.object({ timeOfOrderChange: time.nullish() }).nullish(),
      summary: z.object({
        orderStatus: z.string().min(1).max(40),
        purchaseDate: time,
        fulfillmentType: text,
        latestShipDate: time.nullish(),
        latestDeliveryDate: time.nullish(),
        orderItems: z
          .array(
            z.object({
              orderItemId: id,
              sellerSKU: sku.min(1),
              supplySourceId: z.string().max(100).nullish(),
              orderItemStatus: text,
              quantity: count,
              isBuyerRequestedCancel: z.boolean().nullish(),
            }),
          )
          .max(mostLines)
          .nullish(),
      }),
    }),
  }),
});
export type OrderChange = z.output<typeof orderChange>;

export const outboundStatus = z.object({
  eventTime: time,
  payload: z.object({
    fBAOutboundShipmentStatusNotification: z.object({
      amazonOrderId: id,
      amazonShipmentId: id,
      shipmentStatus: z.string().min(1).max(40),
    }),
  }),
});
export type OutboundStatus = z.output<typeof outboundStatus>;

export const fulfilmentStatus = z.object({
  eventTime: time,
  payload: z.object({
    fulfillmentOrderStatusNotification: z.object({
      statusUpdatedDateTime: time.nullish(),
      fulfillmentShipment: z
        .object({
          fulfillmentShipmentStatus: z.string().min(1).max(80),
          estimatedArrivalDateTime: time.nullish(),
          fulfillmentShipmentPackages: z
            .array(z.object({ carrierCode: text, trackingNumber: tracking.nullish() }))
            .max(500)
            .nullish(),
        })
        .nullish(),
    }),
  }),
});
export type FulfilmentStatus = z.output<typeof fulfilmentStatus>;

const milestone = z.object({
  status: z.object({
    code: z.string().min(1).max(80),
    subCode: z.string().max(80).nullish(),
    description: text,
  }),
  location: z
    .object({ address: z.object({ city: text, region: text, countryCode: text }).nullish() })
    .nullish(),
  occurredAt: time,
});
export const trackingMilestone = z.object({
  eventTime: time,
  payload: z.object({
    shipmentTrackingMilestoneChangedNotification: z.object({
      trackingDetail: z.object({
        identifier: z.object({ aftn: tracking }),
        latestMilestone: milestone.nullish(),
        milestoneHistory: z.array(milestone).max(500).nullish(),
        trackingEstimates: z
          .array(
            z.object({
              type: z.string(),
              estimatedInterval: z.object({ endTime: time }),
              lastUpdatedTime: time.nullish(),
            }),
          )
          .max(100)
          .nullish(),
      }),
    }),
  }),
});
export type TrackingMilestone = z.output<typeof trackingMilestone>;
export type Milestone = z.output<typeof milestone>;

export const itemInventory = z.object({
  payload: z.object({
    itemInventoryEventChanges: z
      .array(
        z.object({
          marketplaceId: z.string().min(1).max(100),
          asin: z.string().min(1).max(100),
          endTime: time,
          highlyAvailableInventory: level,
        }),
      )
      .min(1)
      .max(mostLines),
  }),
});
