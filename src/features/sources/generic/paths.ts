import type { Paths } from '../source/model.ts';

/** What is read of a generic body, and where it stands unless the source says otherwise. A line's begin at the line. */
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
