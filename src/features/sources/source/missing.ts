import type { Source } from './model.ts';

// What a delivery lacks, as it is parked under and as it arrives: both must be the same text.

/** A location, by the id that a source gives it: somebody maps it. */
export function missingPlace({ id }: Pick<Source, 'id'>, externalId: string): string {
  return `location ${id} ${externalId}`;
}
