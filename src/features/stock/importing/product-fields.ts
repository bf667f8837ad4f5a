import type { ImportField } from '../../../core/tokens/import-row.ts';

/** One row per product; several rows of one code make one product. */
export const productFields: readonly ImportField[] = [
  { name: 'code', required: true, type: 'code', summary: 'the SKU code, unique whatever its case' },
  { name: 'title', required: false, type: 'text', summary: 'its name; the code when there is none' },
  { name: 'barcode', required: false, type: 'code', summary: 'EAN, UPC or the like, as text' },
  { name: 'category', required: false, type: 'text', summary: 'what kind of thing it is' },
  { name: 'supplier', required: false, type: 'text', summary: 'who it is bought from' },
  { name: 'unit_cost', required: false, type: 'money', also: ['cost'], summary: 'cost of one piece' },
  { name: 'price', required: false, type: 'money', summary: 'price of one piece; 0 counts as unknown' },
  {
    name: 'currency',
    required: false,
    type: 'text',
    inherited: true,
    summary: 'of cost and price; else the workspace’s',
  },
  { name: 'reorder_point', required: false, type: 'integer', summary: 'order again at this many' },
  {
    name: 'listed',
    required: false,
    type: 'boolean',
    summary: 'whether it is for sale; yes when empty',
  },
  { name: 'aliases', required: false, type: 'text', summary: 'other names: "amazon:B01ABC;shopify:4711"' },
  {
    name: 'line_kind',
    required: false,
    type: 'text',
    oneOf: ['goods', 'service'],
    summary: 'service lines (postage) are skipped',
  },
];
