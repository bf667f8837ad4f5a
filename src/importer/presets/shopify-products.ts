import type { Preset } from './preset.ts';

/** https://help.shopify.com/en/manual/products/import-export/using-csv; until 2025 variant columns began with "Variant". */
const code = ['Variant SKU', 'SKU'];
const price = ['Variant Price', 'Price'];

export const shopifyProducts: Preset = {
  name: 'shopify-products',
  summary: "products: Shopify's product export, with old and new headers",
  map: {
    code,
    price,
    barcode: ['Variant Barcode', 'Barcode'],
    unit_cost: 'Cost per item',
    category: 'Type',
    supplier: 'Vendor',
    listed: ['Status', 'Published', 'Published on online store'],
  },
  join: {
    title: {
      columns: ['Title', 'Option1 Value', 'Option2 Value', 'Option3 Value'],
      as: 'name',
      except: /^Default Title$/i,
    },
  },
  fillDown: {
    by: ['Handle', 'URL handle'],
    columns: ['Title', 'Vendor', 'Type', 'Status', 'Published', 'Published on online store'],
  },
  leaveOut: [
    {
      what: 'rows with nothing but a picture',
      when: [
        { column: code, matches: /^$/ },
        { column: price, matches: /^$/ },
      ],
    },
  ],
  decimal: 'point',
};
