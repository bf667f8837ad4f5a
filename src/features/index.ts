import type { Feature } from '../core/feature.ts';
import { ops } from './ops/feature.ts';
import { orders } from './orders/feature.ts';
import { people } from './people/feature.ts';
import { stock } from './stock/feature.ts';

/** Every feature, in the order in which help lists them. A contract test names a folder that is left out. */
export const features: readonly Feature[] = [stock, orders, people, ops];

// What the adapters need to know of people: who somebody is, and whom to ask.
export { enrol, lostRace } from './people/enrol.ts';
export { greet } from './people/greet.ts';
export { identify } from './people/identify.ts';
export { findPeople } from './people/list.ts';
export type { SlackAccount } from './people/rules.ts';
export { whoMay } from './people/who-may.ts';
