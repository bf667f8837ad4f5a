import { z } from 'zod';
import { codeKey } from '../../../core/text/code-key.ts';
import { time } from '../meaning/shapes.ts';

// Bodies as AfterShip Tracking sends them, read by `exactJson`: numbers are text. Fields that older versions of its
// webhooks call otherwise are read too. What is not named here is not read, nor kept.

const text = z.string().nullish();
const code = z.string().min(1).max(80);
/** A day, or a moment with or without its offset. What cannot be read is none. */
const arrival = z
  .union([z.iso.date(), z.iso.datetime({ offset: true, local: true })])
  .nullish()
  .catch(null);
const mostCheckpoints = 498;

export const aftershipEvent = z.object({
  msg: z.object({
    tracking_number: z
      .string()
      .max(100)
      .refine((said) => codeKey(said) !== ''),
    slug: text,
    tag: code,
    subtag: z.string().max(80).nullish(),
    updated_at: time,
    shipment_type: text,
    latest_estimated_delivery: z.object({ datetime: arrival }).nullish().catch(null),
    courier_estimated_delivery_date: z.object({ estimated_delivery_date: arrival }).nullish().catch(null),
    expected_delivery: arrival,
    origin_country_region: text,
    origin_country_iso3: text,
    origin_state: text,
    origin_city: text,
    origin_postal_code: text,
    destination_country_region: text,
    destination_country_iso3: text,
    destination_state: text,
    destination_city: text,
    destination_postal_code: text,
    checkpoints: z
      .array(
        z.object({
          tag: code,
          subtag: z.string().max(80).nullish(),
          message: text,
          /** On the clock of its place where it has no offset. */
          checkpoint_time: z.union([z.iso.date(), z.iso.datetime({ offset: true, local: true })]),
          city: text,
          state: text,
          country_region: text,
          country_iso3: text,
        }),
      )
      .max(mostCheckpoints)
      .nullish(),
  }),
});
export type AftershipTracking = z.output<typeof aftershipEvent>['msg'];
export type Checkpoint = NonNullable<AftershipTracking['checkpoints']>[number];
