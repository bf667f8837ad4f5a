import type { Feature } from '../core/feature.ts';
import { ops } from './ops/feature.ts';
import { orders } from './orders/feature.ts';
import { people } from './people/feature.ts';
import { stock } from './stock/feature.ts';

/** Every feature, in the order in which help lists them. A contract test names a folder that is left out. */
export const features: readonly Feature[] = [stock, orders, people, ops];
