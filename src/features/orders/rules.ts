import { defineStates, type StateTable } from '../../core/tokens/states.ts';

export const stages = [
  'placed',
  'paid',
  'allocated',
  'picked',
  'packed',
  'labelled',
  'handed_over',
  'delivered',
  'returned',
  'cancelled',
] as const;
export type Stage = (typeof stages)[number];

export const stageTable: StateTable<Stage> = defineStates({
  name: 'order stage',
  initial: 'placed',
  arrows: {
    placed: ['paid', 'cancelled'],
    paid: ['allocated', 'cancelled'],
    allocated: ['picked', 'cancelled'],
    picked: ['packed', 'cancelled'],
    packed: ['labelled', 'cancelled'],
    // A printed label is not handed over.
    labelled: ['handed_over', 'cancelled'],
    // A parcel can be called back on its way; a delivered one is returned, not cancelled.
    handed_over: ['delivered', 'returned', 'cancelled'],
    delivered: ['returned'],
    returned: [],
    cancelled: [],
  },
});

/** Whether arrows lead from one stage to the other: other systems do not report every stage in between. */
export function leadsTo(from: Stage, to: Stage): boolean {
  const reached = new Set([from]);
  for (const stage of reached) for (const next of stageTable.arrows[stage]) reached.add(next);
  return reached.has(to);
}

/** When each stage was reached, where known. */
export interface Milestones {
  readonly paidAt: Date | null;
  readonly allocatedAt: Date | null;
  readonly pickedAt: Date | null;
  readonly packedAt: Date | null;
  readonly handedOverAt: Date | null;
  readonly deliveredAt: Date | null;
  readonly cancelledAt: Date | null;
}

/** The furthest milestone. Delivered wins over cancelled, and cancelled over every earlier stage. */
export function stageOf(milestones: Milestones): Stage {
  if (milestones.deliveredAt) return 'delivered';
  if (milestones.cancelledAt) return 'cancelled';
  if (milestones.handedOverAt) return 'handed_over';
  if (milestones.packedAt) return 'packed';
  if (milestones.pickedAt) return 'picked';
  if (milestones.allocatedAt) return 'allocated';
  return milestones.paidAt ? 'paid' : 'placed';
}

/** How many of a line's pieces have reached each milestone when its order is at the stage. */
export function quantitiesAt(stage: Stage, ordered: number) {
  const reached = (milestone: Stage) =>
    stage !== 'cancelled' && stages.indexOf(stage) >= stages.indexOf(milestone) ? ordered : 0;
  return {
    allocated: reached('allocated'),
    picked: reached('picked'),
    shipped: reached('handed_over'),
    cancelled: stage === 'cancelled' ? ordered : 0,
  };
}

/** An order's row in the database. */
export interface StoredOrder extends Milestones {
  readonly id: string;
  readonly number: string;
  readonly numberKey: string;
  readonly kind: string;
  readonly channel: string;
  readonly currency: string;
  readonly customerReference: string | null;
  readonly shipToCountry: string | null;
  readonly stage: Stage;
  readonly placedAt: Date;
  readonly shipBy: Date | null;
  readonly promisedBy: Date | null;
  readonly promisedByRevised: Date | null;
  readonly locationId: string | null;
}

/** A line's row in the database. */
export interface StoredLine {
  readonly orderId: string;
  readonly ordinal: number;
  /** The source's own id of it. */
  readonly sourceLine: string | null;
  readonly skuId: string | null;
  readonly code: string;
  readonly title: string;
  readonly kind: string;
  readonly ordered: number;
  readonly allocated: number;
  readonly picked: number;
  readonly shipped: number;
  readonly cancelled: number;
  /** Pieces given back; the only quantity of a credit's line. */
  readonly refunded: number;
  readonly unitPriceMinor: bigint;
  readonly placedAt: Date;
}

/** The milestone columns after `placed_at`, each with the order field that it fills. */
export const milestoneFields = {
  paid_at: 'paidAt',
  allocated_at: 'allocatedAt',
  picked_at: 'pickedAt',
  packed_at: 'packedAt',
  handed_over_at: 'handedOverAt',
  delivered_at: 'deliveredAt',
  cancelled_at: 'cancelledAt',
} as const satisfies Record<string, keyof Milestones>;
