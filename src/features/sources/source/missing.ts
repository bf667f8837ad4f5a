import type { Source } from './model.ts';

// What a delivery lacks, as it is parked under and as it arrives: both must be the same text. What is named by our own
// code waits under `missingSku` of stock or `missingLocation` of locations.

/** Something by the id that a source gives it: a variant or its inventory item, or a location, which somebody maps. */
export function missingThere(
  what: 'sku' | 'location',
  { id }: Pick<Source, 'id'>,
  externalId: string,
): string {
  return `${what} ${id} ${externalId}`;
}
