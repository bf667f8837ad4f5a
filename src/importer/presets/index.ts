import { onlineRetail } from './online-retail.ts';
import type { Preset } from './preset.ts';
import { shopifyProducts } from './shopify-products.ts';

export const presets: readonly Preset[] = [onlineRetail, shopifyProducts];
