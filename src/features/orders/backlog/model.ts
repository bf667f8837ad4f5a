import { z } from 'zod';
import type { Page } from '../../../core/tokens/page.ts';
import type { Cancelling } from '../acting/model.ts';
import type { Heard, PromiseTold } from '../order/model.ts';
import type { Stage } from '../rules.ts';

/** The stages of what is still to be sent, in their order. */
export const openStages = [
  'placed',
  'paid',
  'allocated',
  'picked',
  'packed',
  'labelled',
] as const satisfies readonly Stage[];

/** By when it has to leave, the most urgent first; `none`: nobody has said. */
export const dues = ['long overdue', 'overdue', 'next cut-off', 'today', 'later', 'none'] as const;
export type Due = (typeof dues)[number];

/**
 * The lists: what is to be sent and nobody holds; what is held; what stopped at a hand-over; and what waits for a SKU, held
 * or not.
 */
const shows = ['to ship', 'held', 'stopped', 'waiting'] as const;

export const filterShape = z.object({
  show: z.enum(shows),
  /** The code of a location; null: all. */
  at: z.string().max(20).nullable(),
  stage: z.enum(openStages).nullable(),
  /** `past`: both columns of what is overdue. */
  due: z.enum([...dues, 'past']).nullable(),
  /** Of `waiting`: the SKU's id. */
  sku: z.uuid().nullable(),
});
export type OrderFilter = z.output<typeof filterShape>;

/** What the shop's orders of one location in one state at one due make together, in one currency. */
export interface Cell {
  /** Null: nobody has said where they leave. */
  readonly locationId: string | null;
  readonly stage: (typeof openStages)[number];
  readonly due: Due;
  readonly held: boolean;
  readonly currency: string;
  readonly count: number;
  /** Still to be sent of them. */
  readonly openMinor: bigint;
}

/** Until when an order counts to which column: its ship-by is before these. */
export interface ColumnEnds {
  /** Null: nothing is for the next cut-off, for there is none. */
  readonly nextBefore: Date | null;
  readonly todayBefore: Date;
}

/** The same at one location (null: where nobody has said), of one service (null: of all that have no trucks of their own). */
export interface Bounds extends ColumnEnds {
  readonly locationId: string | null;
  readonly serviceId: string | null;
  /** The location's next; null: nobody collects there within 60 days. */
  readonly cutOffAt: Date | null;
}

export interface Backlog {
  readonly at: { readonly code: string; readonly name: string } | null;
  readonly cells: readonly Cell[];
  /** The next cut-off and its clock, of all orders that have one or the first of several; null: none has one. */
  readonly cutOff: { readonly at: Date; readonly timeZone: string; readonly isOfAll: boolean } | null;
  readonly stopped: number;
  /** Stored by an earlier release, and not looked at yet whether they stopped. */
  readonly unjudged: number;
  readonly heard: readonly Heard[];
}

/** What of orders waits for the reader. */
export interface Needs {
  /** Requests about orders that wait for their yes, the newest first. */
  readonly approvals: readonly {
    readonly id: string;
    readonly number: number;
    readonly requester: string;
    /** "cancel order 1042". */
    readonly what: string;
  }[];
  /** Their own open issues about orders, the late first. */
  readonly issues: readonly {
    readonly id: string;
    readonly number: number;
    readonly title: string;
    readonly isLate: boolean;
  }[];
}

/** An order in a list. */
export interface ListedOrder {
  readonly id: string;
  readonly number: string;
  readonly channel: string;
  readonly stage: Stage;
  readonly onHold: boolean;
  readonly currency: string;
  readonly openMinor: bigint;
  readonly placedAt: Date;
  readonly shipBy: Date | null;
  readonly due: Due;
  readonly nextStop: string | null;
  readonly nextStopAt: Date | null;
  readonly locationId: string | null;
  readonly place: [rank: number, number: number];
}

/** A line whose pieces are not all set aside. */
export interface Unallocated {
  readonly code: string;
  /** Null: no SKU of ours. */
  readonly skuId: string | null;
  /** Further lines of the order of which the same is true. */
  readonly others: number;
}

/** Since when nobody may send it, and why; null: nobody gave a reason. */
export interface Held {
  readonly since: Date;
  readonly reason: string | null;
}

export interface OrderRow extends ListedOrder {
  readonly held: Held | null;
  /** Null: nobody asks to cancel it. */
  readonly cancelling: Cancelling | null;
  /** What one of us told the customer last, in a list of what stopped; null: nobody did, or it is past. */
  readonly newPromise: PromiseTold | null;
  /** Of what stopped before it was allocated, in a list of what stopped. */
  readonly unallocated: Unallocated | null;
  /** The moment at which it stops has passed. */
  readonly hasStopped: boolean;
  readonly location: { readonly code: string; readonly name: string; readonly timeZone: string } | null;
}

export interface OrderPage extends Page<OrderRow, OrderFilter> {
  readonly heard: readonly Heard[];
  readonly places: readonly { readonly code: string; readonly name: string }[];
  /** Of `waiting`: what is waited for. */
  readonly skuCode: string | null;
  /** Of `stopped`: orders that are not looked at yet. */
  readonly unjudged: number;
}

export const pageSize = 10;

export const wholeBacklog: OrderFilter = { show: 'to ship', at: null, stage: null, due: null, sku: null };
