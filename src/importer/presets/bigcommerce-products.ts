import type { Preset } from './preset.ts';

/** https://support.bigcommerce.com/s/article/Supported-Product-Fields: variants and pictures stand below their product. */
export const bigCommerceProducts: Preset = {
  name: 'bigcommerce-products',
  summary: "products: BigCommerce's product export (Item, ID, Name, SKU, Options …)",
  map: {
    code: 'SKU',
    price: 'Price',
    unit_cost: 'Cost Price',
    barcode: 'UPC/EAN',
    category: 'Categories',
    listed: 'Is Visible',
  },
  // Type=Rectangles|Name=Size|Value=Small
  join: { title: { columns: ['Name', 'Options'], as: 'name', takes: /\bValue=([^|]+)/g } },
  fillDown: {
    by: 'Item',
    begins: /^product$/i,
    columns: ['Name', 'Price', 'Cost Price', 'Categories', 'Is Visible'],
  },
  leaveOut: [
    { what: 'pictures and videos', when: [{ column: 'Item', matches: /^(image|video)$/i }] },
    {
      what: 'products without a code, which only hold variants',
      when: [
        { column: 'Item', matches: /^product$/i },
        { column: 'SKU', matches: /^$/ },
      ],
    },
  ],
  decimal: 'point',
};
