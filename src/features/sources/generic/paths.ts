import type { z } from 'zod';
import type { Paths } from '../source/model.ts';

/** What is read of a generic body, and where it stands unless the source says otherwise. A line's begin at the line, an event's at the event. */
export const usualPaths = {
  topic: 'topic',
  delivery: 'delivery',
  'order.id': 'order.id',
  'order.number': 'order.number',
  'order.version': 'order.updated_at',
  'order.placed': 'order.placed_at',
  'order.paid': 'order.paid_at',
  'order.cancelled': 'order.cancelled_at',
  'order.currency': 'order.currency',
  'order.total': 'order.total',
  'order.country': 'order.ship_country',
  'order.location': 'order.location',
  'order.shipBy': 'order.ship_by',
  'order.lines': 'order.lines',
  'line.id': 'id',
  'line.sku': 'sku',
  'line.title': 'title',
  'line.quantity': 'quantity',
  'line.price': 'price',
  'shipment.tracking': 'shipment.tracking',
  'shipment.order': 'shipment.order',
  'shipment.channel': 'shipment.channel',
  'shipment.carrier': 'shipment.carrier',
  'shipment.service': 'shipment.service',
  'shipment.version': 'shipment.updated_at',
  'shipment.fromCountry': 'shipment.from_country',
  'shipment.fromPostcode': 'shipment.from_postcode',
  'shipment.toCountry': 'shipment.to_country',
  'shipment.toRegion': 'shipment.to_region',
  'shipment.toPostcode': 'shipment.to_postcode',
  'shipment.estimate': 'shipment.estimated',
  'shipment.promise': 'shipment.promised',
  'shipment.events': 'shipment.events',
  'event.id': 'id',
  'event.code': 'code',
  'event.at': 'at',
  'event.reason': 'reason',
  'event.city': 'city',
  'event.region': 'region',
  'event.country': 'country',
  'event.text': 'text',
  'level.sku': 'level.sku',
  'level.location': 'level.location',
  'level.available': 'level.available',
  'level.version': 'level.as_of',
} as const;
export type PathName = keyof typeof usualPaths;

/** The value at a path of field names joined by dots; undefined: there is none. */
export function valueAt(body: unknown, name: PathName, paths: Paths): unknown {
  const path = Object.hasOwn(paths, name) ? paths[name] : usualPaths[name];
  return (path ?? '')
    .split('.')
    .reduce<unknown>(
      (at, field) =>
        typeof at === 'object' && at !== null && Object.hasOwn(at, field)
          ? (at as Readonly<Record<string, unknown>>)[field]
          : undefined,
      body,
    );
}

/** The fields that a shape has, from where they stand. */
export function partOf(of: unknown, prefix: string, shape: z.ZodObject, paths: Paths) {
  return Object.fromEntries(
    Object.keys(shape.shape).map((name) => [name, valueAt(of, `${prefix}.${name}` as PathName, paths)]),
  );
}
