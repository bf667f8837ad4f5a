import { defineStates, type StateTable } from '../../core/states.ts';

export const stages = [
  'placed',
  'paid',
  'allocated',
  'picked',
  'packed',
  'handed_over',
  'delivered',
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
    packed: ['handed_over', 'cancelled'],
    // A parcel can be called back on its way; what was delivered is returned, not cancelled.
    handed_over: ['delivered', 'cancelled'],
    delivered: [],
    cancelled: [],
  },
});

/** Whether arrows lead from one stage to the other: other systems do not report every stop on the way. */
export function leadsTo(from: Stage, to: Stage): boolean {
  const reached = new Set([from]);
  for (const stage of reached) for (const next of stageTable.arrows[stage]) reached.add(next);
  return reached.has(to);
}

/** The moment each stage was reached, as far as it is known. */
export interface Milestones {
  readonly paidAt: Date | null;
  readonly allocatedAt: Date | null;
  readonly pickedAt: Date | null;
  readonly packedAt: Date | null;
  readonly handedOverAt: Date | null;
  readonly deliveredAt: Date | null;
  readonly cancelledAt: Date | null;
}

/** The furthest milestone. What was delivered stays delivered, and a cancellation outdoes what came before it. */
export function stageOf(milestones: Milestones): Stage {
  if (milestones.deliveredAt) return 'delivered';
  if (milestones.cancelledAt) return 'cancelled';
  if (milestones.handedOverAt) return 'handed_over';
  if (milestones.packedAt) return 'packed';
  if (milestones.pickedAt) return 'picked';
  if (milestones.allocatedAt) return 'allocated';
  return milestones.paidAt ? 'paid' : 'placed';
}

/** How far a line's pieces have come when its order is at the stage. */
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

export interface OrderHit {
  readonly id: string;
  readonly number: string;
  readonly channel: string;
  readonly kind: string;
  readonly stage: Stage;
}

export interface OrderCard extends OrderHit, Milestones {
  readonly currency: string;
  readonly shipToCountry: string | null;
  readonly placedAt: Date;
  readonly onHold: boolean;
  readonly shipBy: Date | null;
  readonly promisedBy: Date | null;
  readonly source: string;
  readonly updatedAt: Date;
  /** The first ten. */
  readonly lines: readonly OrderCardLine[];
  readonly lineCount: number;
  readonly valueMinor: bigint;
}

export interface OrderCardLine {
  readonly code: string;
  readonly title: string;
  readonly ordered: number;
  readonly unitPriceMinor: bigint;
}
