import { type Booking, bookingEffects, type Cause, type Place } from './model.ts';

export interface Movement {
  readonly cause: Cause;
  readonly at: Date;
  readonly legs: readonly MovedPieces[];
}

interface MovedPieces extends Place {
  readonly bucket: 'available' | 'committed';
  /** Signed. */
  readonly quantity: number;
}

/**
 * What turns these bookings into those: each that is another now is taken back at its own old moment and made at its new
 * one. What stays as it is, together, moves nothing.
 */
export function movementsOf(before: readonly Booking[], after: readonly Booking[]): readonly Movement[] {
  const moved = new Map<string, { cause: Cause; at: Date; legs: Map<string, MovedPieces> }>();
  const add = ({ what, skuId, locationId, quantity, at }: Booking, sign: 1 | -1) => {
    const effects = bookingEffects[what];
    const { cause } = effects;
    const key = `${at.toISOString()} ${cause}`;
    const { legs } = moved.get(key) ?? { legs: new Map<string, MovedPieces>() };
    moved.set(key, { cause, at, legs });
    for (const bucket of ['available', 'committed'] as const) {
      const shelf = `${skuId} ${locationId} ${bucket}`;
      const pieces = (legs.get(shelf)?.quantity ?? 0) + sign * effects[bucket] * quantity;
      legs.set(shelf, { skuId, locationId, bucket, quantity: pieces });
    }
  };
  for (const one of before) add(one, -1);
  for (const one of after) add(one, 1);
  return [...moved]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, one]) => ({ ...one, legs: [...one.legs.values()].filter(({ quantity }) => quantity !== 0) }))
    .filter(({ legs }) => legs.length > 0);
}
