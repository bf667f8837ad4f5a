export interface Chance {
  /** A whole number from 0 to `limit` - 1. */
  below(limit: number): number;
  pick<One>(list: readonly [One, ...One[]]): One;
}

/** Pseudo-random numbers: the same seed repeats a failure. */
export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0;
  const below = (limit: number) => {
    // PCG RXS-M-XS: a plain linear congruential generator shows patterns when every step draws equally often.
    state = (Math.imul(state, 747_796_405) + 2_891_336_453) >>> 0;
    const word = Math.imul((state >>> ((state >>> 28) + 4)) ^ state, 277_803_737) >>> 0;
    return Math.floor(((((word >>> 22) ^ word) >>> 0) / 2 ** 32) * limit);
  };
  return { below, pick: (list) => list[below(list.length)] ?? list[0] };
}

/** The seeds of long random walks, WALKS of them. The run on PostgreSQL walks other ways than the one on the embedded database. */
export const walkSeeds = process.env.TEST_DATABASE_URL
  ? [4]
  : [1, 2, 3].slice(0, Number(process.env.WALKS ?? 3));
