import { z } from 'zod';

/** What a person can do about one order. */
export const acts = ['hold', 'release', 'promise', 'expedite', 'cancel', 'reship', 'refund'] as const;
export type Act = (typeof acts)[number];
/** What only Undo asks for. */
const takingBack = ['take back promise', 'take back expedite'] as const;

/** Why, in words that a list can offer. */
export const reasons = {
  hold: ['address', 'fraud check', 'payment', 'customer asked', 'stock', 'other'],
  release: ['settled', 'held by mistake', 'other'],
  promise: ['stock', 'carrier', 'warehouse', 'customer asked', 'other'],
  expedite: ['customer asked', 'promised too early', 'we were late', 'other'],
  cancel: ['customer asked', 'out of stock', 'fraud', 'cannot be delivered', 'ordered twice', 'other'],
  reship: ['lost on its way', 'arrived damaged', 'wrong item', 'returned to us', 'other'],
  refund: ['lost on its way', 'arrived damaged', 'wrong item', 'late', 'returned', 'goodwill', 'other'],
} as const satisfies Readonly<Record<Act, readonly string[]>>;

export const longestReason = 40;
const about = { orderId: z.uuid(), reason: z.string().max(longestReason) };

export const changeRequest = z.discriminatedUnion('act', [
  z.object({ act: z.literal('hold'), ...about }),
  z.object({ act: z.literal('release'), ...about }),
  /** `on`: the day by whose end it will be there. */
  z.object({ act: z.literal('promise'), ...about, on: z.iso.date() }),
  z.object({ act: z.literal('expedite'), ...about }),
  z.object({ act: z.literal('take back promise'), ...about, on: z.iso.date() }),
  z.object({ act: z.literal('take back expedite'), ...about }),
]);
export const cancelRequest = z.object({ act: z.literal('cancel'), ...about });
/** `lines`: the keys of what goes again; none: all of it. */
export const reshipRequest = z.object({ act: z.literal('reship'), ...about, lines: z.array(z.string()) });
/** `amountMinor`: minor units of the order's currency, in decimal. */
export const refundRequest = z.object({ act: z.literal('refund'), ...about, amountMinor: z.string() });

/** Any of them, as it was stored. */
export const anyRequest = z.union([changeRequest, cancelRequest, reshipRequest, refundRequest]);
export type ActRequest = z.output<typeof anyRequest>;

/** How the order stands, as far as it decides. Amounts are minor units of its currency, in decimal. */
export const actFacts = z.object({
  number: z.string(),
  channel: z.string(),
  kind: z.string(),
  stage: z.string(),
  currency: z.string(),
  /** What the customer pays, and what they have back. */
  total: z.string(),
  refunded: z.string(),
  /** Why it is held now; null: it is not. */
  held: z.string().nullable(),
  /** Held by one of us, here. */
  heldHere: z.boolean(),
  /** Held by the shop itself. */
  heldThere: z.boolean().default(false),
  shipBy: z.iso.datetime().nullable(),
  /** The day, or the moment, that the customer was told last. */
  promised: z.string().nullable(),
  location: z.string().nullable(),
  /** The day on which all of it arrived, where the shop is. */
  deliveredOn: z.iso.date().nullable().default(null),
  /** What says that it was sent again: "order 1043", "task #7". */
  sentAgain: z.array(z.string()).default([]),
  /** Pieces that have left, of the order's; and what goes again, such as "2 × MUG-01 Mug": all of it, or the lines asked for. */
  left: z.int().default(0),
  goes: z.array(z.string()).default([]),
  /** Where the shop is: a day of another year is told with it. Null: an older release asked. */
  today: z.iso.date().nullable().default(null),
  /** Of what is asked for: how many pieces, and their worth. */
  pieces: z.int(),
  worth: z.string(),
  /**
   * What is asked for already: it waits for a yes, its task is open, or it was done here and the shop has not told it yet.
   */
  asked: z
    .array(
      z.object({
        act: z.enum([...acts, ...takingBack]),
        /** The task, or the approval that it waits for. */
        task: z.int().nullable(),
        approval: z.int(),
        approvalId: z.string().default(''),
        amountMinor: z.string().nullable(),
        /** Of a promise: its day. */
        on: z.string().nullable().default(null),
        reason: z.string().default(''),
        /** Its task is done. */
        isDone: z.boolean().default(false),
        /** Of what goes again: its lines; none: all of it. */
        lines: z.array(z.string()),
      }),
    )
    .default([]),
});
export type ActFacts = z.output<typeof actFacts>;

/** The matter of the task that an approved act raises: one open issue for each. */
export const matterOf = (approvalId: string): string => `order act ${approvalId}`;

/** What the statements of this bot are known by. */
export const ownHold = 'quartermaster';

/** As many of the lines that go again as are named. */
export const mostNamed = 20;

/** A line that can go again. */
export interface ActLine {
  readonly key: string;
  readonly code: string;
  readonly title: string;
  readonly pieces: number;
  readonly unitPriceMinor: bigint;
}

/** What the form of an act shows. */
export interface ActDraft {
  readonly id: string;
  readonly act: Act;
  readonly facts: ActFacts;
  /** None: all of it goes, or there are more than can be ticked. */
  readonly lines: readonly ActLine[];
}

/** How far a cancellation that the shop has not told of has come. */
export interface Cancelling {
  readonly approval: number;
  /** Null: it waits for a yes. */
  readonly task: number | null;
  readonly isDone: boolean;
}
