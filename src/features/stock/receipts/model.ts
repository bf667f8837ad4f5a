import { z } from 'zod';
import { day } from '../../../core/time/shapes.ts';

/** What is ordered and on its way to us. Days are "2026-12-24". */
export const receipt = z.object({
  /** That of the line which it is of. */
  id: z.uuid(),
  skuId: z.uuid(),
  /** Null: nobody has said where it arrives. */
  locationId: z.uuid().nullable(),
  /** "PO 4711". */
  ref: z.string(),
  /** Who sends it. */
  sender: z.string().nullable(),
  quantity: z.int().positive(),
  /** Of them, already here. */
  received: z.int().min(0),
  /** Null: nobody has said when. */
  expectedOn: day.nullable(),
  promisedOn: day.nullable(),
});
export type Receipt = z.output<typeof receipt>;

/** The open receipts of a SKU at one location; days are midnight UTC. */
export interface ReceiptsAt {
  /** The location's code and name; null: nobody has said where they arrive. */
  readonly location: { readonly code: string; readonly name: string } | null;
  readonly units: number;
  readonly expectedOn: Date | null;
  /** The first from today on: what is overdue comes nobody knows when. */
  readonly comingOn: Date | null;
}

/** The receipt that is due first. */
export interface NextReceipt {
  readonly units: number;
  readonly expectedOn: Date | null;
  readonly ref: string;
  readonly sender: string | null;
}

/** Pieces that arrive where no row of levels stands: at a place that has none, or nobody has said where. */
export interface Elsewhere {
  readonly name: string | null;
  readonly incoming: number;
  readonly expectedOn: Date | null;
}
