import { z } from 'zod';

/** What a carrier's scans tell of a parcel. */
export const scannedMarks = ['handed_over', 'delivered', 'returned'] as const;
export type ScannedMark = (typeof scannedMarks)[number];

/** How far the carriers have brought an order's parcel with a tracking number. What is left out is not so (any more). */
export const parcelScans = z.strictObject({
  orderId: z.uuid(),
  /** Of the tracking number. */
  key: z.string().min(1).max(100),
  marks: z.array(
    z.strictObject({ what: z.enum(scannedMarks), at: z.date(), source: z.string().min(1).max(100) }),
  ),
});
export type ParcelScans = z.output<typeof parcelScans>;

/** A mark as it was told last. */
export interface ToldMark {
  readonly orderId: string;
  readonly what: ScannedMark;
  readonly part: string;
  readonly at: Date;
  readonly source: string;
}
