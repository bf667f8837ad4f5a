import type { Preset } from './preset.ts';

export const onlineRetail: Preset = {
  name: 'online-retail',
  summary: 'products and orders: UCI Online Retail, invoice lines of a gift shop',
  map: {
    number: 'InvoiceNo',
    placed_at: 'InvoiceDate',
    customer: 'CustomerID',
    country: 'Country',
    code: 'StockCode',
    title: 'Description',
    quantity: 'Quantity',
    unit_price: 'UnitPrice',
    price: 'UnitPrice',
  },
  set: { channel: 'online-retail', currency: 'GBP' },
  tell: {
    kind: { column: 'InvoiceNo', matches: /^C/i, yes: 'credit', no: 'sale' },
    // POST, C2, M and D are postage, carriage, manual charges and discounts.
    line_kind: { column: 'StockCode', matches: /^\d{5}/, yes: 'goods', no: 'service' },
  },
  dates: 'mdy',
  decimal: 'point',
  timeZone: 'Europe/London',
};
