import { z } from 'zod';
import {
  fulfilmentSaid,
  headerSaid,
  holdSaid,
  lineSaid,
  milestoneSaid,
  promiseSaid,
  ref,
  refundSaid,
  takenBackSaid,
} from './said.ts';

const mostLines = 5_000;

/**
 * What a source says of an order at a moment. What it does not name it says nothing of: nothing is ever un-said by leaving
 * it out, but lines of an order that is told whole.
 */
export const orderStatement = z.strictObject({
  /** What it is known by: at least one of the two. */
  order: z.strictObject({
    channel: z.string(),
    number: z.string().nullable(),
    external: ref.nullable(),
  }),
  /** The id of a webhook source, `file` with its origin, or `person`. */
  source: z.string().max(100),
  /** What it is about, such as order, or fulfilment 255858046. */
  facet: z.string().max(120),
  /** When it was true, by its source. */
  versionAt: z.date(),
  deliveryId: z.uuid().nullable(),
  header: headerSaid.optional(),
  lines: z
    .strictObject({ tells: z.enum(['whole', 'part']), of: z.array(lineSaid).max(mostLines) })
    .optional(),
  milestones: z.array(milestoneSaid).optional(),
  fulfilments: z.array(fulfilmentSaid).optional(),
  holds: z.array(holdSaid).optional(),
  promises: z.array(promiseSaid).optional(),
  takenBack: z.array(takenBackSaid).optional(),
  refunds: z.array(refundSaid).optional(),
});
export type OrderStatement = z.output<typeof orderStatement>;
