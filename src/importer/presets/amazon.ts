import type { Preset } from './preset.ts';

/** The "All Listings Report" and its kin; https://sellercentral.amazon.com/gp/help/external/200385890. */
export const amazonListings: Preset = {
  name: 'amazon-listings',
  summary: "products: Amazon's listings report",
  map: { code: 'seller-sku', title: 'item-name', price: 'price', listed: 'status' },
  tell: {
    // 3 is UPC, 4 is EAN; 1 and 2 are ASIN and ISBN.
    barcode: { column: 'product-id-type', matches: /^[34]$/, yes: { from: 'product-id' }, no: '' },
  },
  decimal: 'point',
  quotes: false,
};

/** "Manage FBA Inventory"; https://sellercentral.amazon.com/gp/help/external/200740930. */
export const amazonFba: Preset = {
  name: 'amazon-fba-inventory',
  summary: "levels: Amazon's report Manage FBA Inventory; add --set location=CODE",
  map: {
    sku: 'sku',
    available: 'afn-fulfillable-quantity',
    reserved: 'afn-reserved-quantity',
    damaged: 'afn-unsellable-quantity',
  },
  join: {
    // Working: announced, and still here.
    incoming: { columns: ['afn-inbound-shipped-quantity', 'afn-inbound-receiving-quantity'], as: 'sum' },
  },
  leaveOut: [
    {
      what: 'listings that the seller ships',
      when: [{ column: 'afn-listing-exists', matches: /^no$/i }],
    },
  ],
  decimal: 'point',
  quotes: false,
};
