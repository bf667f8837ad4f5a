import { fileSource } from '../../../src/features/shipments/keeping/file-source.ts';
import type { Reason, Status } from '../../../src/features/shipments/status/model.ts';
import type { ShipmentStatement } from '../../../src/features/shipments/telling/model.ts';
import { hoursAfter } from '../week/moments.ts';

/** Where the sample hears of scans. */
const source = fileSource('EasyPost');

/** What a carrier scanned. `code`: as it writes it, where that is no status of ours. */
export interface Scan {
  readonly at: Date;
  readonly status: Status;
  readonly reason?: Reason;
  readonly code?: string;
  readonly city?: string | null;
  readonly country: string;
  readonly text: string;
}

/** A day on which the carrier expects to deliver, such as 2026-03-04, and when it said so. */
export interface Estimate {
  readonly on: string;
  readonly at: Date;
}

export interface Carried {
  readonly tracking: string;
  readonly carrier: string;
  readonly service: string | null;
  readonly from: string;
  readonly to: string;
  /** The earliest first. */
  readonly scans: readonly Scan[];
  readonly estimates: readonly Estimate[];
}

const countries: Readonly<Record<string, string>> = { HAM: 'DE', ROT: 'NL', NYC: 'US', AMZ: 'DE' };
const homes: Readonly<Record<string, string>> = {
  HAM: 'Hamburg',
  ROT: 'Rotterdam',
  NYC: 'New York',
  AMZ: 'Leipzig',
};
/** Where parcels to a country are sorted, and the town that they are for. */
const towns: Readonly<Record<string, readonly [hub: string, home: string]>> = {
  DE: ['Hanover', 'Berlin'],
  NL: ['Utrecht', 'The Hague'],
  FR: ['Lille', 'Lyon'],
  AT: ['Linz', 'Vienna'],
  DK: ['Kolding', 'Aarhus'],
  US: ['Newark', 'Albany'],
};
const vanHours = 4;

/** The country of one of the sample's locations, as ISO 3166-1 alpha-2. */
export const countryOf = (location: string): string => countries[location] ?? 'DE';

/** What the carrier took, at the moment of the truck. */
export function taken(location: string, carrier: string, at: Date): Scan {
  return {
    at,
    status: 'picked_up',
    city: homes[location] ?? null,
    country: countryOf(location),
    text: `Collected by ${carrier}`,
  };
}

/** Sorted in the country to which it goes. */
export function sorted(to: string, at: Date): Scan {
  return {
    at,
    status: 'in_transit',
    city: townsOf(to)[0],
    country: to,
    text: 'Processed at the sorting centre',
  };
}

/** Anything that happened in the town that it is for. */
export function atHome(to: string, scan: Omit<Scan, 'city' | 'country'> & { readonly city?: null }): Scan {
  return { city: townsOf(to)[1], country: to, ...scan };
}

/** The usual end: on the van in the morning, delivered. */
export function arrived(to: string, at: Date): readonly Scan[] {
  return [
    atHome(to, { at: hoursAfter(at, -vanHours), status: 'out_for_delivery', text: 'On the van' }),
    atHome(to, { at, status: 'delivered', text: 'Delivered' }),
  ];
}

const townsOf = (country: string): readonly [string, string | null] => towns[country] ?? ['Hanover', null];

/** All that was said of it by then: a word with each estimate, and the scans. */
export function statementsOf(
  { tracking, carrier, service, from, to, scans, estimates }: Carried,
  now: Date,
): readonly ShipmentStatement[] {
  const seen = scans.filter(({ at }) => at <= now);
  const [first] = seen;
  if (!first) return [];
  const says = (saidAt: Date, said: Pick<ShipmentStatement, 'about' | 'events'>): ShipmentStatement => ({
    tracking,
    formerly: [],
    source,
    saidAt,
    deliveryId: null,
    ...said,
  });
  const place = (country: string) => ({ city: null, region: null, country });
  return [
    says(first.at, {
      about: { carrier, ...(service && { service }), from: place(from), to: place(to) },
      events: seen.map(({ at, status, reason = null, code = status, city = null, country, text }) => ({
        key: null,
        at,
        status,
        reason,
        code,
        place: { city, region: null, country },
        text,
        lifts: false,
      })),
    }),
    ...estimates
      .filter(({ at }) => at <= now)
      .map(({ at, on }) => says(at, { about: { estimate: { kind: 'date', on } }, events: [] })),
  ];
}
