import { failed, ignored, type Meaning, readAs } from '../meaning/meaning.ts';
import type { Teller } from '../meaning/teller.ts';
import { fulfilmentOrderMeaning } from './fulfilment-orders.ts';
import { shopifyEvent, shopifyFulfilment, shopifyOrder, shopifyRefund } from './model.ts';
import { productsOf } from './products.ts';
import { shopifyLevel, shopifyProduct } from './products-model.ts';
import { eventStatement, fulfilmentStatement, orderStatements, refundStatement } from './statements.ts';

const orderTopics = [
  'orders/create',
  'orders/updated',
  'orders/paid',
  'orders/cancelled',
  'orders/fulfilled',
  'orders/partially_fulfilled',
];

/** What a delivery of Shopify means, by its topic and its body as `exactJson` reads it. */
export function shopifyMeaning(topic: string, body: unknown, teller: Teller, currency: string): Meaning {
  if (topic === 'products/create' || topic === 'products/update') {
    const read = readAs(shopifyProduct, body);
    return 'why' in read ? read.why : productsOf(read.value, currency);
  }
  if (topic === 'inventory_levels/update' || topic === 'inventory_levels/connect') return levelOf(body);
  if (orderTopics.includes(topic)) {
    const read = readAs(shopifyOrder, body);
    if ('why' in read) return read.why;
    const told = orderStatements(read.value, teller);
    return 'reason' in told ? failed(told.reason) : { is: 'orders', statements: told.value };
  }
  if (topic === 'fulfillments/create' || topic === 'fulfillments/update') {
    const read = readAs(shopifyFulfilment, body);
    return 'why' in read ? read.why : { is: 'orders', statements: [fulfilmentStatement(read.value, teller)] };
  }
  if (topic === 'fulfillment_events/create') {
    const read = readAs(shopifyEvent, body);
    if ('why' in read) return read.why;
    const told = eventStatement(read.value, teller);
    return told
      ? { is: 'orders', statements: [told] }
      : ignored(`a parcel that is ${read.value.status} is as far as before`);
  }
  if (topic === 'refunds/create') {
    const read = readAs(shopifyRefund, body);
    if ('why' in read) return read.why;
    const told = refundStatement(read.value, teller);
    return 'reason' in told ? failed(told.reason) : { is: 'orders', statements: [told.value] };
  }
  if (topic.startsWith('fulfillment_orders/')) return fulfilmentOrderMeaning(body, teller);
  return ignored(`nothing is made of ${topic}`);
}

function levelOf(body: unknown): Meaning {
  const read = readAs(shopifyLevel, body);
  if ('why' in read) return read.why;
  const { inventory_item_id: item, location_id: place, available, updated_at: asOf } = read.value;
  if (available === null) return ignored('Shopify does not track its stock');
  const known = { kind: 'inventory_item' as const, externalId: item };
  return { is: 'levels', levels: [{ item: known, place, byCode: false, available, asOf }] };
}
