import { z } from 'zod';
import { codeKey, numberKey } from '../../../core/text/code-key.ts';
import { isUsualYear } from '../../../core/time/usual-year.ts';
import { reasons, statuses } from '../status/model.ts';

const mostEvents = 500;
const number = z
  .string()
  .max(100)
  .refine((text) => codeKey(text) !== '');
const country = z.string().length(2);

/** A place on the way, or an end of it: never an address. */
export const placeSaid = z.strictObject({
  city: z.string().max(100).nullable(),
  /** Such as FL. */
  region: z.string().max(40).nullable(),
  /** ISO 3166-1 alpha-2. */
  country: country.nullable(),
  /** The first two characters of its postcode. */
  area: z.string().max(2).optional(),
});
export type Place = z.output<typeof placeSaid>;

/** The source of what one of us says: two people are two sources. */
export function personSource(personId: string): string {
  return `person ${personId}`;
}

/** The id of the person who said it; null: it was no person. */
export function personOf(source: string): string | null {
  return source.startsWith('person ') ? source.slice('person '.length) : null;
}

/** The key of what one of us says happened: each time they say it, which is another word than before. */
export function saidKey(saidAt: Date): string {
  return `said ${saidAt.toISOString()}`;
}

/** When something shall arrive: in the course of a day, or by a moment. */
export const arrivalSaid = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('date'), on: z.iso.date().refine(isUsualDay) }),
  z.strictObject({ kind: z.literal('instant'), at: z.date().refine(isUsualYear) }),
]);

function isUsualDay(on: string): boolean {
  return isUsualYear(new Date(`${on}T00:00:00Z`));
}
export type Arrival = z.output<typeof arrivalSaid>;

/** The most characters of a reason that nobody knows. */
export const longestReason = 100;

export const eventSaid = z.strictObject({
  /** The source's id of it; null: what it says tells it apart. */
  key: z.string().max(200).nullable(),
  at: z.date(),
  /** `unknown`: nobody has said what its code means. */
  status: z.enum(statuses),
  reason: z.enum(reasons).nullable(),
  /** A reason as the source writes it, where nobody here knows what it means: without `reason`. */
  reasonCode: z.string().min(1).max(longestReason).optional(),
  /** As the source writes it; null: a person said it. */
  code: z.string().max(200).nullable(),
  place: placeSaid.nullable(),
  /** In the carrier's or the person's words. */
  text: z.string().max(300).nullable(),
  /** A lead's: whatever was said to be the end before this moment, was not. */
  lifts: z.boolean(),
});
export type EventSaid = z.output<typeof eventSaid>;

export const directions = ['outbound', 'inbound', 'between', 'return'] as const;

/** The most orders that one parcel is said to bring. */
export const mostOrdersSaid = 20;

/** An order that a shipment brings, as its source names it. */
export const orderSaid = z.strictObject({
  number: z
    .string()
    .max(100)
    .refine((text) => numberKey(text) !== ''),
  /** Where it was sold; null: nobody said, so that it is the only one with the number. */
  channel: z.string().max(100).nullable(),
  /** The channel of whoever says it: where several have the number and none is said, theirs counts. */
  home: z.string().max(100).optional(),
});
export type OrderSaid = z.output<typeof orderSaid>;

/** What is so of a shipment, where it is said at all. */
export const aboutSaid = z
  .strictObject({
    carrier: z.string().max(100),
    service: z.string().max(100),
    direction: z.enum(directions),
    from: placeSaid,
    to: placeSaid,
    estimate: arrivalSaid,
    promise: arrivalSaid,
    orders: z.array(orderSaid).min(1).max(mostOrdersSaid),
  })
  .partial();
export type AboutSaid = z.output<typeof aboutSaid>;

/** What a source says of a shipment at a moment. What it does not name it says nothing of. */
export const shipmentStatement = z.strictObject({
  tracking: number,
  /** Numbers that it had before this one. */
  formerly: z.array(number).max(5),
  /** The id of a webhook source, `file` with its origin, or `person` with the id of whoever said it. */
  source: z.string().min(1).max(100),
  /** When it was said, by its source. */
  saidAt: z.date(),
  deliveryId: z.uuid().nullable(),
  about: aboutSaid,
  events: z.array(eventSaid).max(mostEvents),
});
export type ShipmentStatement = z.output<typeof shipmentStatement>;
