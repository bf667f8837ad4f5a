import { z } from 'zod';

/** What somebody else calls a thing of ours. */
export const ref = z.strictObject({
  source: z.string(),
  kind: z.enum(['order', 'location', 'sku', 'inventory_item']),
  externalId: z.string(),
});
export type Ref = z.output<typeof ref>;

const pieces = z.int().min(0);

export const lineSaid = z.strictObject({
  /** The source's; null: it is told apart by what it is. */
  id: z.string().nullable(),
  /** Among the order's lines, where it is another than among these. */
  place: z.int().min(1).optional(),
  code: z.string(),
  /** What it is where its code says nothing. */
  item: ref.nullable(),
  title: z.string().optional(),
  kind: z.enum(['goods', 'service']).optional(),
  /** Before edits, as the source counts; of a credit: given back. */
  quantity: pieces,
  /** After edits and returns, where the source tells it. */
  current: pieces.optional(),
  refunded: pieces.optional(),
  unitPriceMinor: z.bigint().optional(),
  requiresShipping: z.boolean().optional(),
  shipBy: z.date().optional(),
});
export type LineSaid = z.output<typeof lineSaid>;

export const headerSaid = z
  .strictObject({
    kind: z.enum(['sale', 'credit']),
    currency: z.string().length(3),
    placedAt: z.date(),
    totalMinor: z.bigint(),
    test: z.boolean(),
    draft: z.boolean(),
    digital: z.boolean(),
    cancelledBy: z.enum(['customer', 'seller', 'fraud', 'carrier', 'unknown']),
    customerReference: z.string().max(100),
    /** ISO 3166-1 alpha-2. */
    shipCountry: z.string().length(2),
    shipRegion: z.string().max(20),
    /** The first two characters of its postcode: never more of it. */
    shipArea: z.string().max(2),
    service: z.string().max(100),
    location: ref,
    shipBy: z.date(),
    replaces: ref,
    splitFrom: ref,
    mergedInto: ref,
  })
  .partial();
export type HeaderSaid = z.output<typeof headerSaid>;

/** What an order or a part of it reaches, in the order in which it mostly does. */
export const milestones = [
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
export type Milestone = (typeof milestones)[number];

/** How a hand-over is known, the best first: a label that was printed is none. */
export const handOverWays = ['scan', 'manifest', 'told'] as const;
export type HandOverWay = (typeof handOverWays)[number];

export const milestoneSaid = z.strictObject({
  what: z.enum(milestones),
  retracted: z.boolean(),
  /** A fulfilment's id, or up to packed a line's; empty: the whole order. */
  part: z.string(),
  /** The source's id of it; null: its part and moment tell it apart. */
  eventKey: z.string().nullable(),
  at: z.date(),
  by: z.enum(handOverWays).optional(),
});

export const parcelStates = [
  'open',
  'labelled',
  'handed_over',
  'delivered',
  'returned',
  'failed',
  'cancelled',
] as const;
export type ParcelState = (typeof parcelStates)[number];

export const fulfilmentSaid = z.strictObject({
  externalId: z.string(),
  state: z.enum(parcelStates),
  /** When it came into that state. */
  at: z.date(),
  location: ref.nullable(),
  carrier: z.string().nullable(),
  service: z.string().nullable(),
  tracking: z.array(z.string()),
  /** Null: all that is in no other one. */
  lines: z.array(z.strictObject({ id: z.string(), quantity: pieces })).nullable(),
});
export type FulfilmentSaid = z.output<typeof fulfilmentSaid>;

/** That an order was or was not held when it was said. */
export const holdSaid = z.strictObject({
  key: z.string(),
  held: z.boolean(),
  reason: z.string().optional(),
  by: z.string().optional(),
});

const told = { toldAt: z.date(), by: z.string().optional() };
export const promiseSaid = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('date'), on: z.iso.date(), ...told }),
  z.strictObject({ kind: z.literal('instant'), at: z.date(), ...told }),
]);
export type PromiseSaid = z.output<typeof promiseSaid>;

/** That the same source's promise of a day, made before this moment, was a mistake: nobody was told. */
export const takenBackSaid = z.strictObject({ on: z.iso.date(), at: z.date() });

/** `restock`: the source does not say whether its pieces had left; our hand-over does. */
export const refundSaid = z.strictObject({
  externalId: z.string(),
  at: z.date(),
  /** By what the payments say. */
  amountMinor: z.bigint(),
  note: z.string().max(200).nullable(),
  lines: z.array(
    z.strictObject({
      id: z.string(),
      quantity: pieces,
      amountMinor: z.bigint(),
      restock: z.enum(['none', 'cancel', 'return', 'restock']),
      location: ref.nullable(),
    }),
  ),
});
