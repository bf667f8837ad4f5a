import type { Preset } from './preset.ts';

/** https://squareup.com/help/us/en/article/5153-import-items-online: the library's export has a row per variation. */
export const squareProducts: Preset = {
  name: 'square-products',
  summary: "products: Square's item library, exported as CSV",
  map: {
    code: 'SKU',
    price: 'Price',
    barcode: 'GTIN',
    category: ['Categories', 'Category', 'Reporting Category'],
    unit_cost: 'Default Unit Cost',
    supplier: 'Default Vendor Name',
  },
  join: { title: { columns: ['Item Name', 'Variation Name'], as: 'name', except: /^Regular$/i } },
  tell: { listed: { column: 'Archived', matches: /^(y|yes|true)$/i, yes: 'no', no: 'yes' } },
  decimal: 'point',
};
