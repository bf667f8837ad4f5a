import type { Entry, Told } from './model.ts';

/** From this moment on something may have changed of what is available at a place. */
export interface Touched {
  readonly skuId: string;
  readonly locationId: string;
  readonly at: Date;
}

/** Places that the entries touch. */
export function touchedBy(entries: readonly Entry[]): readonly Touched[] {
  return entries.flatMap(({ occurredAt, legs }) =>
    legs.flatMap(({ skuId, locationId, bucket }) =>
      bucket === 'available' ? [{ skuId, locationId, at: occurredAt }] : [],
    ),
  );
}

/**
 * Places that statements touch. `known`: those that may be known from now on only: of all others something was there
 * already. `moved`: those of which something has changed, or which may be known as empty from now on only.
 */
export function touchedByTold(told: readonly Told[]): {
  readonly known: readonly Touched[];
  readonly moved: readonly Touched[];
} {
  const available = told
    .filter(({ bucket }) => bucket === 'available')
    .map(({ skuId, locationId, asOf: at, quantity, difference }) => ({
      place: { skuId, locationId, at },
      quantity,
      difference,
    }));
  // What orders took of a place before its stock was known leaves it below nothing, and known no earlier.
  const known = available.filter(({ quantity, difference }) => quantity - difference <= 0);
  const moved = available.filter(({ quantity, difference }) => difference !== 0 || quantity === 0);
  return { known: known.map(({ place }) => place), moved: moved.map(({ place }) => place) };
}
