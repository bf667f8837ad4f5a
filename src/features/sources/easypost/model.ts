import { z } from 'zod';
import { codeKey } from '../../../core/text/code-key.ts';
import { time } from '../meaning/shapes.ts';

// Bodies as EasyPost sends them, read by `exactJson`: numbers are text. What is not named here is not read, nor kept.

// What people read is cut, and an estimate that cannot be read is none: neither fails a delivery.
const text = z.string().nullish();
const day = z
  .union([z.iso.date(), z.iso.datetime({ offset: true })])
  .nullish()
  .catch(null);
const place = z.object({ city: text, state: text, country: text, zip: text }).nullish();
/** The tracker may tell one more of itself. */
const mostDetails = 499;

export const easypostEvent = z.object({
  result: z.object({
    object: z.literal('Tracker'),
    tracking_code: z
      .string()
      .max(100)
      .refine((said) => codeKey(said) !== ''),
    status: z.string().min(1).max(80),
    status_detail: z.string().max(80).nullish(),
    updated_at: time,
    carrier: text,
    est_delivery_date: day,
    is_return: z.boolean().nullish(),
    tracking_details: z
      .array(
        z.object({
          message: text,
          status: z.string().min(1).max(80),
          status_detail: z.string().max(80).nullish(),
          datetime: time,
          carrier_code: text,
          tracking_location: place,
        }),
      )
      .max(mostDetails)
      .nullish(),
    carrier_detail: z
      .object({
        service: text,
        est_delivery_date_local: day,
        guaranteed_delivery_date: day,
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
