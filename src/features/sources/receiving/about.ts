import { clean } from '../../../core/text/clean.ts';
import { amazonSubject, noType, notificationOf } from '../amazon/about.ts';
import { valueAt } from '../generic/paths.ts';
import type { Source } from '../source/model.ts';

/** What the headers of a delivery say; null: nothing. They are not signed. */
export interface Said {
  readonly topic: string | null;
  readonly deliveryId: string | null;
  readonly triggeredAt: Date | null;
}

export interface About {
  readonly topic: string;
  /** Null: it has no id of its own. */
  readonly deliveryId: string | null;
  /** What it is about, such as "order 450789469": one subject is never in two hands. */
  readonly subjectKey: string;
}

const longestKey = 100;

/** What a delivery is about. `body` as `exactJson` reads it. Null: nobody can tell its topic. */
export function aboutDelivery(
  { kind, settings: { paths } }: Pick<Source, 'kind' | 'settings'>,
  said: Said,
  body: unknown,
): About | null {
  const own = (name: string) => textOf(fieldOf(body, name));
  const { topic, deliveryId } = saidBy(kind, said, body, paths);
  if (topic === null) return null;
  const about = subjectsOf[kind](topic, own, body, paths);
  return {
    topic,
    deliveryId,
    // What cannot be read is about nothing: it fails by itself.
    subjectKey: about.every((part) => part !== null) ? about.join(' ') : topic,
  };
}

/** Who has no headers for it says it in the body. */
function saidBy(
  kind: Source['kind'],
  said: Said,
  body: unknown,
  paths: Paths,
): Pick<About, 'deliveryId'> & { readonly topic: string | null } {
  if (kind === 'generic')
    return {
      topic: textOf(valueAt(body, 'topic', paths)),
      deliveryId: textOf(valueAt(body, 'delivery', paths)),
    };
  if (kind === 'easypost')
    return { topic: textOf(fieldOf(body, 'description')), deliveryId: textOf(fieldOf(body, 'id')) };
  if (kind === 'amazon') {
    const { notificationType, notificationMetadata: of } = notificationOf(body) ?? {};
    // A body that says nothing of the kind, such as a report, is kept with the others, and ignored.
    return { topic: textOf(notificationType) ?? noType, deliveryId: textOf(fieldOf(of, 'notificationId')) };
  }
  // Shippo gives no id to what it sends.
  if (kind === 'shippo') return { topic: textOf(fieldOf(body, 'event')), deliveryId: null };
  if (kind === 'aftership')
    return { topic: textOf(fieldOf(body, 'event')), deliveryId: textOf(fieldOf(body, 'event_id')) };
  return { topic: textOf(said.topic), deliveryId: textOf(said.deliveryId) };
}

type Subject = readonly (string | null)[];
type Own = (name: string) => string | null;
type Paths = Source['settings']['paths'];

const subjectsOf: Readonly<
  Record<Source['kind'], (topic: string, own: Own, body: unknown, paths: Paths) => Subject>
> = {
  shopify: shopifySubject,
  woocommerce: wooSubject,
  easypost: (_, __, body) => ['shipment', textOf(fieldOf(fieldOf(body, 'result'), 'tracking_code'))],
  aftership: (_, __, body) => ['shipment', textOf(fieldOf(fieldOf(body, 'msg'), 'tracking_number'))],
  shippo: (_, __, body) => ['shipment', textOf(fieldOf(fieldOf(body, 'data'), 'tracking_number'))],
  amazon: (topic, _, body) => amazonSubject(topic, body).map(textOf),
  generic: (topic, _, body, paths) => genericSubject(topic, body, paths),
};

function fieldOf(of: unknown, name: string): unknown {
  return (of as Readonly<Record<string, unknown>> | null | undefined)?.[name];
}

/** Topics of what an order consists of name it by another field. */
const partsOfOrders = ['fulfillments', 'fulfillment_events', 'fulfillment_orders', 'refunds'];

function shopifySubject(topic: string, own: Own): Subject {
  const [about = ''] = topic.split('/');
  if (about === 'orders') return ['order', own('id')];
  if (partsOfOrders.includes(about)) return ['order', own('order_id')];
  if (about === 'products') return ['product', own('id')];
  if (about === 'inventory_levels') return ['level', own('inventory_item_id'), own('location_id')];
  return [topic];
}

function wooSubject(topic: string, own: Own): Subject {
  const [about = ''] = topic.split('.');
  return about === 'order' || about === 'product' ? [about, own('id')] : [topic];
}

function genericSubject(topic: string, body: unknown, paths: Paths): Subject {
  if (topic === 'order') return ['order', textOf(valueAt(body, 'order.id', paths))];
  if (topic === 'shipment') return ['shipment', textOf(valueAt(body, 'shipment.tracking', paths))];
  if (topic === 'level')
    return [
      'level',
      textOf(valueAt(body, 'level.sku', paths)),
      textOf(valueAt(body, 'level.location', paths)),
    ];
  return [topic];
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' && clean(value, longestKey) === value ? value : null;
}
