import { z } from 'zod';
import { channelKey, codeKey, numberKey } from '../../../core/text/code-key.ts';
import { countryCode } from '../../../core/text/country.ts';
import { reasonNamed, statusNamed } from '../../shipments/index.ts';
import { failed, type Meaning, readAs } from '../meaning/meaning.ts';
import { aboutOf, endSaid, nameSaid, placeSaid, type ShipmentEvent, scanEvent } from '../meaning/parcels.ts';
import { time } from '../meaning/shapes.ts';
import type { Teller } from '../meaning/teller.ts';
import type { SourceSettings } from '../source/model.ts';
import { partOf } from './paths.ts';

const text = z.string().max(2_000).nullish();
const arrival = z.union([z.iso.date(), time]).nullish();
const mostEvents = 500;

const mostOrders = 20;
const orderNumber = z
  .string()
  .max(100)
  .refine((said) => said.trim() === '' || numberKey(said) !== '');
const orderChannel = z.string().max(100).nullish();
const orderNamed = z.union([orderNumber, z.object({ number: orderNumber, channel: orderChannel })]);

const shipmentShape = z.object({
  tracking: z
    .string()
    .max(100)
    .refine((said) => codeKey(said) !== ''),
  /** A number, or a list of them; each may stand with its channel. */
  order: z.union([orderNamed, z.array(orderNamed).max(mostOrders)]).nullish(),
  channel: orderChannel,
  carrier: text,
  service: text,
  version: time.nullish(),
  fromCountry: text,
  fromPostcode: text,
  toCountry: text,
  toRegion: text,
  toPostcode: text,
  estimate: arrival,
  promise: arrival,
  events: z.union([z.array(z.unknown()).max(mostEvents), z.looseObject({})]).nullish(),
});
const eventShape = z.object({
  id: z.string().min(1).max(200).nullish(),
  code: z.string().min(1).max(200),
  at: time,
  reason: text,
  city: text,
  region: text,
  country: text,
  text,
});
type Event = z.output<typeof eventShape>;
type Said = z.output<typeof shipmentShape>;

/** What signed JSON tells of a parcel: a list of what happened to it, or one of them. */
export function parcelMeaning(body: unknown, teller: Teller, { paths }: SourceSettings): Meaning {
  const read = readAs(shipmentShape, partOf(body, 'shipment', shipmentShape, paths));
  if ('why' in read) return read.why;
  const { events, tracking, ...said } = read.value;
  const scans: Event[] = [];
  for (const one of Array.isArray(events) ? events : events ? [events] : []) {
    const scan = readAs(eventShape, partOf(one, 'event', eventShape, paths));
    if ('why' in scan) return scan.why;
    scans.push(scan.value);
  }
  const moments = scans.map(({ at }) => at.getTime());
  const saidAt = said.version ?? (moments.length > 0 ? new Date(Math.max(...moments)) : null);
  if (!saidAt) return failed('it says neither when it was told nor of anything that happened');
  const { source, deliveryId, channel: home } = teller;
  return {
    is: 'shipments',
    statements: [
      {
        tracking,
        formerly: [],
        source,
        saidAt,
        deliveryId,
        about: aboutOf({
          carrier: nameSaid(said.carrier),
          service: nameSaid(said.service),
          from: endSaid({ country: countryCode(said.fromCountry ?? ''), postcode: said.fromPostcode }),
          to: endSaid({
            region: said.toRegion,
            country: countryCode(said.toCountry ?? ''),
            postcode: said.toPostcode,
          }),
          estimate: arrivalOf(said.estimate),
          promise: arrivalOf(said.promise),
          orders: ordersOf(said.order, said.channel, home),
        }),
        events: scans.map(eventOf),
      },
    ],
  };
}

/** Its codes are our own words, or what somebody says that they mean. */
function eventOf({ id, code, at, reason, city, region, country, text: said }: Event): ShipmentEvent {
  const status = statusNamed(code);
  return scanEvent({
    key: id ?? null,
    at,
    meant: status && { status, reason: null },
    code,
    reason: reason ? reasonNamed(reason) : null,
    reasonSaid: reason,
    place: placeSaid({ city, region, country: countryCode(country ?? '') }),
    text: said,
  });
}

/** Where nothing says their channel, the source's own comes first. */
function ordersOf(said: Said['order'], channel: string | null | undefined, home: string) {
  const list = Array.isArray(said) ? said : said ? [said] : [];
  const orders = list.flatMap((one) => {
    const { number, channel: own } = typeof one === 'string' ? { number: one, channel: null } : one;
    const named = own || channel;
    // Some write an empty text where there is no order.
    if (number.trim() === '') return [];
    return [{ number, ...(named ? { channel: channelKey(named) } : { channel: null, home }) }];
  });
  return orders.length > 0 ? orders : null;
}

function arrivalOf(said: string | Date | null | undefined) {
  if (!said) return null;
  return typeof said === 'string'
    ? { kind: 'date' as const, on: said }
    : { kind: 'instant' as const, at: said };
}
