import { createHash } from 'node:crypto';

/** A level that is not the sum of its legs; null: there is no level, although there are legs. */
export interface WrongLevel {
  readonly skuId: string;
  readonly locationId: string;
  /** Whatever was written: a bucket, or none that we know. */
  readonly bucket: string;
  readonly level: number | null;
  readonly legs: number;
}

/** A place whose last span without stock does not say what its level says; since its first movement. */
export interface StraySpan {
  readonly skuId: string;
  readonly locationId: string;
  readonly since: Date;
}

/** What a proof found. */
export interface Proof {
  readonly levels: number;
  readonly wrong: readonly WrongLevel[];
}

export interface LastProof {
  readonly endedAt: Date;
  readonly levels: number;
  readonly wrong: number;
  readonly told: string | null;
  readonly toldAt: Date | null;
}

/** Rows that one statement may touch: the embedded database serves nobody else meanwhile. */
const rowsAtMost = 50_000;
const [fewest, most] = [200, 10_000];

/** How many levels the next statement takes, from what the last one touched. */
export function nextPage(size: number, rows: number): number {
  // Some legs more for each level would still fit.
  const fitting = Math.floor((size * rowsAtMost * 0.8) / Math.max(1, rows));
  return Math.min(most, Math.max(fewest, fitting));
}

/** What is wrong, as a short text that differs once anything of it has changed; null: nothing is. */
export function digestOf(wrong: readonly WrongLevel[]): string | null {
  if (wrong.length === 0) return null;
  const lines = wrong.map(({ skuId, locationId, bucket, level, legs }) =>
    [skuId, locationId, bucket, level, legs].join(' '),
  );
  return createHash('sha256').update(lines.sort().join('\n')).digest('hex').slice(0, 16);
}
