import type { Preset } from './preset.ts';

export const shopifyProducts: Preset = {
  name: 'shopify-products',
  summary: "Shopify's product export",
  map: {
    code: 'Variant SKU',
    title: 'Title',
    price: 'Variant Price',
    barcode: 'Variant Barcode',
    unit_cost: 'Cost per item',
    category: 'Type',
    supplier: 'Vendor',
  },
  decimal: 'point',
};
