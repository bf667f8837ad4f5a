import { z } from 'zod';
import { day } from '../../../core/time/shapes.ts';

/** What a line's days contradict, or lack. A fault is listed and counted, and never makes a figure. */
export const faults = [
  /** Something stands in place of the day on which it was sent. */
  'sent unknown',
  'delivered before sent',
  'recorded before delivered',
] as const;
export type Fault = (typeof faults)[number];

const text = z.string().min(1).nullable();

/**
 * What a source says of a line of a purchase order. Absent: it does not say; null: it says that there is none. Days are
 * "2026-12-24", `valueMinor` is minor units of `currency`.
 */
export const lineSaid = z.object({
  source: z.string().min(1),
  po: z.string().min(1),
  /** Its number in the order, or of the source's own; told apart by it. */
  line: z.string().min(1),
  /** As of when the source says it. */
  saidAt: z.date(),
  notice: text.optional(),
  supplier: text.optional(),
  mode: text.optional(),
  country: text.optional(),
  code: text.optional(),
  title: text.optional(),
  locationId: z.uuid().nullable().optional(),
  ordered: z.int().min(0),
  received: z.int().min(0).optional(),
  sentOn: day.nullable().optional(),
  /** What stands in place of that day, such as "Date Not Captured". */
  sentSaid: text.optional(),
  promisedOn: day.nullable().optional(),
  deliveredOn: day.nullable().optional(),
  recordedOn: day.nullable().optional(),
  cancelled: z.boolean().optional(),
  value: z.object({ minor: z.bigint(), currency: z.string() }).nullable().optional(),
});
export type LineSaid = z.output<typeof lineSaid>;

/** A line as its row holds it; days are "2026-12-24". */
export interface PurchaseLine {
  readonly id: string;
  readonly source: string;
  readonly lineKey: string;
  readonly po: string;
  readonly poKey: string;
  readonly notice: string | null;
  readonly supplier: string | null;
  readonly supplierKey: string | null;
  readonly mode: string | null;
  readonly country: string | null;
  readonly code: string | null;
  readonly codeKey: string | null;
  readonly title: string | null;
  readonly skuId: string | null;
  readonly locationId: string | null;
  readonly ordered: number;
  readonly received: number;
  readonly sentOn: string | null;
  readonly sentSaid: string | null;
  /** The first day that was promised. */
  readonly promisedOn: string | null;
  /** The day that its source says now. */
  readonly toldOn: string | null;
  /** The day that anybody said last. */
  readonly expectedOn: string | null;
  readonly deliveredOn: string | null;
  readonly recordedOn: string | null;
  readonly cancelled: boolean;
  readonly open: boolean;
  readonly valueMinor: bigint | null;
  readonly currency: string | null;
  readonly faults: readonly Fault[];
  readonly saidAt: Date;
}

/** Another day than the first that was promised, and who said it. */
export interface Revision {
  readonly lineId: string;
  /** Null: no day is named any more. */
  readonly on: string | null;
  readonly saidAt: Date;
  readonly by:
    | { readonly kind: 'source'; readonly name: string }
    | { readonly kind: 'person'; readonly id: string };
  readonly reason: string | null;
}
