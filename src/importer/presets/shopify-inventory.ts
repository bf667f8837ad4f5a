import type { Preset } from './preset.ts';

const available = ['Available (not editable)', 'Available'];

/** https://help.shopify.com/en/manual/products/inventory/getting-started-with-inventory/inventory-csv */
export const shopifyInventory: Preset = {
  name: 'shopify-inventory',
  summary: "levels: Shopify's inventory export; name its locations with --translate location:Name=CODE",
  map: {
    sku: 'SKU',
    location: 'Location',
    available,
    committed: ['Committed (not editable)', 'Committed'],
    // Shopify keeps the finer states (damaged, safety stock …) out of this file; their sum keeps what is on hand right.
    reserved: ['Unavailable (not editable)', 'Unavailable'],
    incoming: ['Incoming (not editable)', 'Incoming'],
  },
  // It follows from the others, and "On hand (new)" is a wish.
  without: ['on_hand'],
  leaveOut: [
    {
      what: 'products that a location does not stock',
      when: [{ column: available, matches: /^not stocked$/i }],
    },
  ],
  decimal: 'point',
};
