import type { Preset } from './preset.ts';

/** https://github.com/woocommerce/woocommerce/wiki/Product-CSV-Import-Schema */
export const wooProducts: Preset = {
  name: 'woocommerce-products',
  summary: "products: WooCommerce's own product export",
  map: {
    code: 'SKU',
    title: 'Name',
    price: 'Regular price',
    category: 'Categories',
    supplier: 'Brands',
    barcode: 'GTIN, UPC, EAN, or ISBN',
    listed: 'Published',
    reorder_point: 'Low stock amount',
  },
  leaveOut: [
    {
      what: 'parents of variations and groups, which are not stocked themselves',
      when: [{ column: 'Type', matches: /\b(variable|grouped)\b/i }],
    },
  ],
  decimal: 'point',
};

/** WooCommerce itself exports no order lines; this is the plugin Advanced Order Export, a row per line. */
export const wooOrders: Preset = {
  name: 'woocommerce-orders',
  summary: 'orders: the plugin Advanced Order Export for WooCommerce, one row per line',
  map: {
    number: 'Order Number',
    placed_at: 'Order Date',
    paid_at: 'Paid Date',
    labelled_at: 'Completed Date',
    country: ['Country Code (Shipping)', 'Country Code (Billing)'],
    currency: ['Currency', 'Order Currency'],
    code: 'SKU',
    title: ['Item Name', 'Name', 'Product Name'],
    quantity: ['Quantity', 'Quantity (- Refund)'],
    unit_price: 'Item Cost',
  },
  tell: {
    cancelled_at: {
      column: 'Order Status',
      matches: /^(wc-)?(cancelled|failed)$/i,
      yes: { from: ['Modification Date', 'Order Date'] },
      no: '',
    },
  },
  set: { channel: 'woocommerce' },
  fillDown: {
    by: 'Order Number',
    columns: [
      'Order Status',
      'Order Date',
      'Paid Date',
      'Completed Date',
      'Modification Date',
      'Currency',
      'Order Currency',
    ],
  },
  decimal: 'point',
};
