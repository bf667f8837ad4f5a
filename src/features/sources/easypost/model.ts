import { z } from 'zod';
import { time } from '../meaning/shapes.ts';

// Bodies as EasyPost sends them, read by `exactJson`: numbers are text. What is not named here is not read, nor kept.

const text = z.string().max(300).nullish();
const place = z.object({ city: text, state: text, country: text }).nullish();
const mostDetails = 500;

export const easypostEvent = z.object({
  result: z.object({
    object: z.literal('Tracker'),
    tracking_code: z.string().min(1).max(100),
    status: z.string().min(1).max(80),
    status_detail: z.string().max(80).nullish(),
    updated_at: time,
    carrier: z.string().max(100).nullish(),
    est_delivery_date: z.union([z.iso.date(), z.iso.datetime({ offset: true })]).nullish(),
    is_return: z.boolean().nullish(),
    tracking_details: z
      .array(
        z.object({
          message: text,
          status: z.string().min(1).max(80),
          status_detail: z.string().max(80).nullish(),
          datetime: time,
          carrier_code: z.string().max(40).nullish(),
          tracking_location: place,
        }),
      )
      .max(mostDetails)
      .nullish(),
    carrier_detail: z
      .object({
        service: z.string().max(100).nullish(),
        est_delivery_date_local: z.iso.date().nullish(),
        guaranteed_delivery_date: z.union([z.iso.date(), z.iso.datetime({ offset: true })]).nullish(),
        origin_location: text,
        destination_location: text,
        origin_tracking_location: place,
        destination_tracking_location: place,
      })
      .nullish(),
  }),
});
export type EasypostTracker = z.output<typeof easypostEvent>['result'];
export type EasypostDetail = NonNullable<EasypostTracker['tracking_details']>[number];
export type EasypostPlace = EasypostDetail['tracking_location'];
