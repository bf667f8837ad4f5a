import { z } from 'zod';
import { defineListing } from '../../../core/tokens/listing.ts';
import type { Page } from '../../../core/tokens/page.ts';
import type { OrderWorth } from '../fold/order-model.ts';
import type { Heard } from '../shipment/model.ts';
import { type Cause, causes } from '../status/cause-rules.ts';
import { exceptionKinds } from '../status/exception-model.ts';
import { type Fault, faults, type Reason, type Status } from '../status/model.ts';

/** Lists of the lanes of a disruption or a burst: in trouble inside it; on its lanes, and did not come into trouble there. */
export const laneShows = ['in trouble', 'exposed'] as const;
/** The list behind one issue. */
export const issueShows = ['together'] as const;

/** The lists: past their promise; expected to be; on their way without any promise; what is wrong; those of lanes and of an issue. */
export const shows = [
  'late',
  'due late',
  'no promise',
  ...exceptionKinds,
  ...laneShows,
  ...issueShows,
] as const;
export type Show = (typeof shows)[number];

/** Words that a button carries instead of a group's names, which may be long: see `clauses-store.ts`. */
export const groupCode = z.string().regex(/^(?:[clgftodb][0-9a-f]{8}|c[0-9a-f]{8}[lftoe][0-9a-f]{8})$/);

const codeLength = 9;

/** The groups of which a parcel is in each: a carrier and where it comes from or goes, or one of them alone. */
export function groupsOf(code: string): readonly string[] {
  return code.length > codeLength ? [code.slice(0, codeLength), code.slice(codeLength)] : [code];
}

/** A country that is named without saying whether parcels come from there or go there, by the code of either. */
export function eitherEnd(code: string): string {
  return `e${code.slice(1)}`;
}

/** Whether it stands for a disruption or a burst: see `lanes/group-store.ts`. */
export function isGroupOfLanes(code: string): boolean {
  return code.startsWith('d') || code.startsWith('b');
}

/** The same for the parcels behind one issue: the last eight digits of its link's id. */
const issueCode = z.string().regex(/^i[0-9a-f]{8}$/);

/** The kind of that link, which its card names. */
export const parcelsLink = 'parcels';

export function isGroupOfIssue(code: string): boolean {
  return code.startsWith('i');
}

/** A filter as its statements read it. */
export interface ReadFilter extends ParcelFilter {
  /** The ids of those behind an issue; none: it is no list of an issue. */
  readonly among?: readonly string[] | null;
}

export const filterShape = z.object({
  show: z.enum(shows),
  /** Parcels of a carrier, of a lane, of a carrier's service on a lane, of a disruption or a burst, or behind an issue; null: all. */
  of: z.union([groupCode, issueCode]).nullable(),
  cause: z.enum(causes).nullable(),
  /** Whose fault what is wrong is. */
  fault: z.enum(faults).nullable(),
});
export type ParcelFilter = z.output<typeof filterShape>;

/** An amount of each currency, in minor units. */
export type Amounts = ReadonlyMap<string, bigint>;

/** What a parcel brings is worth, as its row has it. */
export interface KeptWorth {
  /** Of the latest order; and of all in that currency. */
  readonly currency: string | null;
  readonly valueMinor: bigint;
  /** Of each order, the latest first; null: it brings one at most. */
  readonly ordersWorth: readonly OrderWorth[] | null;
}

/** By whom, on which lane. */
export interface Way {
  /** Our name, else as it was said; null: nobody says. */
  readonly carrier: string | null;
  readonly service: string | null;
  /** `unknown`: nobody says either end. */
  readonly lane: string;
}

/** A parcel in a list. */
export interface ParcelRow extends Way, KeptWorth {
  readonly id: string;
  readonly tracking: string;
  readonly status: Status;
  readonly reason: Reason | null;
  readonly fault: Fault;
  readonly cause: Cause;
  readonly placeCity: string | null;
  readonly placeCountry: string | null;
  readonly beganAt: Date;
  readonly scannedAt: Date | null;
  readonly returnedAt: Date | null;
  /** Since when its carrier scans it although one of us has ended it. */
  readonly doubtedAt: Date | null;
  /** What was promised last; `promiseOn`: the day of it, such as 2026-03-02, unless it is a moment. */
  readonly promiseUntil: Date | null;
  readonly promiseOn: string | null;
  readonly etaUntil: Date | null;
  /** Where its days end. */
  readonly zone: string;
  readonly orderId: string | null;
  readonly orderNumber: string | null;
  readonly orders: number;
  /** Whether customer service was asked to tell its customer: the latest issue; null: it was not. */
  readonly asked: { readonly number: number; readonly isOpen: boolean } | null;
  readonly place: [rank: number, number: number];
}

export interface ParcelPage extends Page<ParcelRow, ParcelFilter> {
  /** Whose parcels they are, in words; null: everybody's. */
  readonly of: string | null;
  /** Of an empty list of one reason: how many there are for all others. */
  readonly otherwise: number;
  readonly heard: readonly Heard[];
}

export const pageSize = 10;

export const listExport = defineListing({
  id: 'shipments.list',
  title: 'Shipments',
  one: 'shipment',
  filter: filterShape,
});

/** Without what says nothing of its list: whoever goes on to another list has no menu to take it off. */
export function fittingIts<Filter extends ParcelFilter>(filter: Filter): Filter {
  const isOfLate = filter.show === 'late' || filter.show === 'due late';
  const isOfWrong = exceptionKinds.some((kind) => kind === filter.show);
  return { ...filter, cause: isOfLate ? filter.cause : null, fault: isOfWrong ? filter.fault : null };
}

export const everything: Omit<ParcelFilter, 'show'> = { of: null, cause: null, fault: null };
