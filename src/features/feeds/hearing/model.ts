import { z } from 'zod';

const spread = z.record(z.string(), z.int().min(0));

/** Something that came: of what feed, until when it is complete, and how late each of its things is. */
export const newsShape = z.object({
  kind: z.string().min(1),
  source: z.string().min(1).max(100),
  /** The id of the location that it is about; empty: no single one. */
  location: z.union([z.uuid(), z.literal('')]),
  coversUntil: z.date().nullable(),
  /** Seconds → how many things. */
  lags: spread,
});
export type News = z.output<typeof newsShape>;

/** The same as it waits for its feed to be written. */
export const waitingNews = z.object({
  at: z.iso.datetime().transform((text) => new Date(text)),
  coversUntil: z.iso
    .datetime()
    .transform((text) => new Date(text))
    .nullable(),
  lags: spread,
});
export type Arrival = z.output<typeof waitingNews>;
