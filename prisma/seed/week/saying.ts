import { ownHold } from '../../../src/features/orders/acting/model.ts';
import { ourRef } from '../../../src/features/orders/keeping/settings.ts';
import type { OrderStatement } from '../../../src/features/orders/telling/model.ts';
import type {
  FulfilmentSaid,
  HeaderSaid,
  Milestone,
  ParcelState,
  Ref,
} from '../../../src/features/orders/telling/said.ts';
import type { Goods, Place } from './dock.ts';
import { deliveryDay, hoursAfter } from './moments.ts';

const postageMinor = 495n;

/** An order as its channel tells it first. */
export interface Sale {
  readonly number: string;
  readonly channel: 'shopify' | 'amazon' | 'store';
  readonly place: Place;
  readonly placed: Date;
  /** Null: not yet. */
  readonly paid: Date | null;
  readonly shipBy: Date;
  readonly customer: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly lines: readonly (Goods & { readonly pieces: number })[];
  /** Where it is not three days after the ship-by; such as 2026-03-04. */
  readonly promised?: string;
  readonly external?: Ref;
  readonly header?: HeaderSaid;
}

type Said = Partial<OrderStatement> & Pick<OrderStatement, 'source' | 'facet' | 'versionAt'>;

function says(
  { number, channel, external = null }: Pick<Sale, 'number' | 'channel'> & { external?: Ref | null },
  said: Said,
): OrderStatement {
  return { order: { channel, number, external }, deliveryId: null, ...said };
}

/** The id of the n-th line, from 1. */
export const lineId = ({ number }: Sale, n: number) => `${number}${n}`;

/** What the channel says when it is paid, or placed. */
export function sold(sale: Sale): OrderStatement {
  const { channel, place, placed, paid, shipBy, customer, country, lines, header } = sale;
  const goodsMinor = lines.reduce((sum, { priceMinor, pieces }) => sum + priceMinor * BigInt(pieces), 0n);
  const { currency = 'EUR' } = header ?? {};
  return says(sale, {
    source: `file ${channel}`,
    facet: 'order',
    versionAt: paid ?? placed,
    header: {
      kind: 'sale',
      currency,
      placedAt: placed,
      totalMinor: goodsMinor + (currency === 'EUR' ? postageMinor : 0n),
      customerReference: customer,
      shipCountry: country,
      location: ourRef('location', place.id),
      shipBy,
      ...header,
    },
    lines: {
      tells: 'whole',
      of: lines.map(({ code, title, priceMinor, pieces }, n) => ({
        id: lineId(sale, n + 1),
        code,
        item: null,
        title,
        quantity: pieces,
        unitPriceMinor: priceMinor,
      })),
    },
    milestones: paid ? [reached('paid', paid)] : [],
    promises: [
      {
        kind: 'date',
        on: sale.promised ?? deliveryDay(place.timeZone, hoursAfter(shipBy, 72), 1),
        toldAt: placed,
      },
    ],
  });
}

const reached = (what: Milestone, at: Date) => ({ what, at, retracted: false, part: '', eventKey: null });

/** How far the warehouse says that it is. */
export function worked(
  sale: Sale,
  { allocated, picked, packed }: { readonly allocated: Date; readonly picked?: Date; readonly packed?: Date },
): OrderStatement {
  return says(sale, {
    source: `file ${sale.place.system}`,
    facet: 'work',
    versionAt: packed ?? picked ?? allocated,
    milestones: [
      reached('allocated', allocated),
      ...(picked ? [reached('picked', picked)] : []),
      ...(packed ? [reached('packed', packed)] : []),
    ],
  });
}

export type Parcel = Partial<
  Record<Extract<ParcelState, 'labelled' | 'handed_over' | 'delivered' | 'returned'>, Date>
> & {
  readonly labelled: Date;
};

const states = ['labelled', 'handed_over', 'delivered', 'returned'] as const;

/** The tracking number of its n-th parcel, from 1. */
export function trackingOf({ place, number }: Sale, n: number): string {
  const [before, after] = place.tracking;
  return `${before}${number}${after.slice(0, -1)}${n}`;
}

/** The n-th parcel, from 1. `pieces` by the number of the line, from 1; null: all that is in no other. */
export function parcel(
  sale: Sale,
  n: number,
  pieces: Readonly<Record<number, number>> | null,
  moments: Parcel,
): OrderStatement {
  const { place, number } = sale;
  const externalId = `P${number}-${n}`;
  const said = states.flatMap((state): FulfilmentSaid[] => {
    const at = moments[state];
    if (!at) return [];
    return [
      {
        externalId,
        state,
        at,
        location: ourRef('location', place.id),
        carrier: place.carrier,
        service: place.service,
        tracking: [trackingOf(sale, n)],
        lines:
          pieces &&
          Object.entries(pieces).map(([line, quantity]) => ({ id: lineId(sale, Number(line)), quantity })),
      },
    ];
  });
  const { handed_over: scanned } = moments;
  return says(sale, {
    source: `file ${place.system}`,
    facet: `fulfilment ${externalId}`,
    versionAt: said.at(-1)?.at ?? moments.labelled,
    fulfilments: said,
    milestones: scanned
      ? [{ what: 'handed_over', part: externalId, at: scanned, by: 'scan', retracted: false, eventKey: null }]
      : [],
  });
}

/** That its channel holds it, or no longer. */
export function held(sale: Sale, at: Date, reason: string | null): OrderStatement {
  return says(sale, {
    source: `file ${sale.channel}`,
    facet: 'hold',
    versionAt: at,
    holds: [{ key: 'hold', held: reason !== null, ...(reason !== null && { reason }) }],
  });
}

/** That one of us holds it. */
export function heldByUs(sale: Sale, at: Date, reason: string, by: string): OrderStatement {
  return says(sale, {
    source: 'person',
    facet: 'hold',
    versionAt: at,
    holds: [{ key: ownHold, held: true, reason, by }],
  });
}

/** A new day that one of us told the customer. */
export function promisedAgain(sale: Sale, at: Date, on: string, by: string): OrderStatement {
  return says(sale, {
    source: 'person',
    facet: 'promise',
    versionAt: at,
    promises: [{ kind: 'date', on, toldAt: at, by }],
  });
}

/** Anything else that its channel says later. */
export function later(
  sale: Sale,
  at: Date,
  said: Pick<Said, 'header' | 'lines' | 'refunds'>,
): OrderStatement {
  return says(sale, { source: `file ${sale.channel}`, facet: 'order', versionAt: at, ...said });
}
