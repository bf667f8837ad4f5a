import { amazonFba, amazonListings } from './amazon.ts';
import { bigCommerceProducts } from './bigcommerce-products.ts';
import { onlineRetail } from './online-retail.ts';
import type { Preset } from './preset.ts';
import { scms } from './scms.ts';
import { shopifyInventory } from './shopify-inventory.ts';
import { shopifyOrders } from './shopify-orders.ts';
import { shopifyProducts } from './shopify-products.ts';
import { squareProducts } from './square-products.ts';
import { wooOrders, wooProducts } from './woocommerce.ts';

export const presets: readonly Preset[] = [
  shopifyProducts,
  shopifyOrders,
  shopifyInventory,
  wooProducts,
  wooOrders,
  amazonListings,
  amazonFba,
  squareProducts,
  bigCommerceProducts,
  onlineRetail,
  scms,
];
