import type { Permission } from './permission.ts';

/**
 * A source outside that acts by itself, such as a shop that tells of its orders. It may do what its list names, whatever
 * any role may.
 */
export interface Connector {
  /** One word, unique over all features: shopify. */
  readonly id: string;
  /** For people: "Shopify". */
  readonly name: string;
  readonly may: readonly Permission[];
}

/** @example export const shopify = defineConnector({ id: 'shopify', name: 'Shopify', may: [tellOrders, tellLevels] }); */
export function defineConnector(connector: Connector): Connector {
  return connector;
}
