import type { Preset } from './preset.ts';

/** https://help.shopify.com/en/manual/fulfillment/managing-orders/exporting-orders: a row per line, the order in its first. */
export const shopifyOrders: Preset = {
  name: 'shopify-orders',
  summary: "orders: Shopify's order export",
  map: {
    number: 'Name',
    placed_at: 'Created at',
    paid_at: 'Paid at',
    labelled_at: 'Fulfilled at',
    cancelled_at: 'Cancelled at',
    currency: 'Currency',
    country: 'Shipping Country',
    code: 'Lineitem sku',
    title: 'Lineitem name',
    quantity: 'Lineitem quantity',
    unit_price: 'Lineitem price',
  },
  set: { channel: 'shopify' },
  // The name of a shop's till, not the code of a location.
  without: ['location'],
  fillDown: {
    by: 'Name',
    columns: ['Created at', 'Paid at', 'Fulfilled at', 'Cancelled at', 'Currency', 'Shipping Country'],
  },
  decimal: 'point',
};
