import { z } from 'zod';
import { codeKey } from '../../../core/text/code-key.ts';
import { time } from '../meaning/shapes.ts';

// Bodies as Shippo sends them, read by `exactJson`: numbers are text. What is not named here is not read, nor kept.

const text = z.string().nullish();
const place = z.object({ city: text, state: text, country: text, zip: text }).nullish();
/** What cannot be read is none. */
const day = z
  .union([z.iso.date(), z.iso.datetime({ offset: true })])
  .nullish()
  .catch(null);
const mostScans = 499;

const scan = z.object({
  status: z.string().min(1).max(80),
  substatus: z.object({ code: z.string().max(80).nullish() }).nullish(),
  status_date: time.nullish(),
  status_details: text,
  location: place,
});

export const shippoEvent = z.object({
  data: z.object({
    tracking_number: z
      .string()
      .max(100)
      .refine((said) => codeKey(said) !== ''),
    carrier: text,
    servicelevel: z.object({ name: text }).nullish(),
    eta: day,
    address_from: place,
    address_to: place,
    /** Null: nothing is known of it yet. */
    tracking_status: scan
      .extend({ object_updated: time.nullish(), object_created: time.nullish() })
      .nullish(),
    tracking_history: z.array(scan).max(mostScans).nullish(),
  }),
});
export type ShippoTrack = z.output<typeof shippoEvent>['data'];
export type ShippoScan = z.output<typeof scan>;
