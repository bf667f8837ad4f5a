import type { Part } from '../figure/model.ts';
import { permille } from '../figure/rules.ts';

/** What one part has to do with the change of a share, in tenths of a point. */
export interface Moved {
  readonly value: string;
  /** It did better or worse. */
  readonly performance: bigint;
  /** It had more or less of the whole, and is better or worse than the others. */
  readonly mix: bigint;
  readonly before: Shared | null;
  readonly now: Shared | null;
}

/** So many of so many. */
export interface Shared {
  readonly n: bigint;
  readonly d: bigint;
}

interface Fraction {
  readonly n: bigint;
  /** Above zero. */
  readonly d: bigint;
}

const plus = (a: Fraction, b: Fraction): Fraction => ({ n: a.n * b.d + b.n * a.d, d: a.d * b.d });
const minus = (a: Fraction, b: Fraction): Fraction => ({ n: a.n * b.d - b.n * a.d, d: a.d * b.d });
const times = (a: Fraction, b: Fraction): Fraction => ({ n: a.n * b.n, d: a.d * b.d });
const half: Fraction = { n: 1n, d: 2n };
const zero: Fraction = { n: 0n, d: 1n };
const middle = (a: Fraction, b: Fraction) => times(half, plus(a, b));

/**
 * Splits the change of a share by its parts, in the midpoint form: performance is the mean weight times the change of the
 * rate, mix the change of the weight times the mean rate above the mean of the whole. A part that is absent in one of the
 * two is all mix; one that has some of none, such as pieces credited where none were sold, has no rate and is all performance. Exact fractions, printed so that they add up to the change as it is printed (largest remainder). Empty:
 * one of the two has nothing.
 */
export function movedBy(
  now: readonly Part[],
  before: readonly Part[],
): { readonly change: bigint; readonly parts: readonly Moved[] } | null {
  const [one, other] = [sharesOf(now), sharesOf(before)];
  const [whole, past] = [total(one), total(other)];
  if (whole.d === 0n || past.d === 0n) return null;
  const change = permille(whole.n, whole.d) - permille(past.n, past.d);
  const mean = middle(whole, past);
  const values = [...new Set([...one.keys(), ...other.keys()])].toSorted();
  const exact = values.flatMap((value) => {
    const [a, b] = [one.get(value) ?? null, other.get(value) ?? null];
    const [weight, weightPast] = [weightOf(a, whole), weightOf(b, past)];
    if (a?.d === 0n || b?.d === 0n) {
      const added = minus({ n: a?.n ?? 0n, d: whole.d }, { n: b?.n ?? 0n, d: past.d });
      return [minus(added, times(mean, minus(weight, weightPast))), zero];
    }
    const rate = a ?? b ?? zero;
    const ratePast = b ?? a ?? zero;
    return [
      times(middle(weight, weightPast), minus(rate, ratePast)),
      times(minus(weight, weightPast), minus(middle(rate, ratePast), mean)),
    ];
  });
  const printed = apportioned(exact, change);
  const parts = values.map((value, i) => ({
    value,
    performance: printed[2 * i] ?? 0n,
    mix: printed[2 * i + 1] ?? 0n,
    before: other.get(value) ?? null,
    now: one.get(value) ?? null,
  }));
  return { change, parts: parts.toSorted((a, b) => placeOf(b, change) - placeOf(a, change)) };
}

/** By how much a part moved the whole, in tenths of a point. */
export const sizeOf = ({ performance, mix }: Moved): bigint => performance + mix;

/** Whether a part moved the whole the other way. */
export function isAgainst(part: Moved, change: bigint): boolean {
  return change !== 0n && sizeOf(part) !== 0n && sizeOf(part) < 0n !== change < 0n;
}

/** What went with the change comes first, and the most of it; then what did nothing, and what went against it, the most first. */
function placeOf(part: Moved, change: bigint): number {
  const size = Number(change < 0n ? -sizeOf(part) : sizeOf(part));
  return size < 0 ? 1 / size : size;
}

/** Of many those that did most, to either side, in their order. */
export function biggest(parts: readonly Moved[], most: number): readonly Moved[] {
  const weight = (part: Moved) => Math.abs(Number(sizeOf(part)));
  const kept = new Set(parts.toSorted((a, b) => weight(b) - weight(a)).slice(0, most));
  return parts.filter((part) => kept.has(part));
}

/** How much a split tells: by how many tenths of a point one part moved the whole beyond what its size alone would; −1: nothing. */
export function tellsMost(now: readonly Part[], before: readonly Part[]): number {
  const moved = movedBy(now, before);
  if (!moved || moved.parts.length < 2) return -1;
  const all = moved.parts.reduce((sum, { now: one }) => sum + Number(one?.d ?? 0n), 0);
  return Math.max(
    ...moved.parts.map(({ performance, mix, now: one }) =>
      Math.abs(
        Number(performance + mix) - (all === 0 ? 0 : (Number(one?.d ?? 0n) / all) * Number(moved.change)),
      ),
    ),
  );
}

const weightOf = (part: Shared | null, whole: Shared): Fraction => (part ? { n: part.d, d: whole.d } : zero);

/** Parts that have anything. */
function sharesOf(parts: readonly Part[]): ReadonlyMap<string, Shared> {
  return new Map(
    parts.flatMap(({ value, totals }) => {
      const [one] = totals;
      return one && (one.d > 0n || one.n !== 0n) ? [[value, { n: one.n, d: one.d }] as const] : [];
    }),
  );
}

/** All parts together. */
export const sumOf = (parts: readonly Part[]): Shared => total(sharesOf(parts));

function total(parts: ReadonlyMap<string, Shared>): Shared {
  let [n, d] = [0n, 0n];
  for (const one of parts.values()) [n, d] = [n + one.n, d + one.d];
  return { n, d };
}

/** Tenths of a point that add up to `sum`: each rounded down, and what is left goes to those that lost the most by that. */
function apportioned(exact: readonly Fraction[], sum: bigint): readonly bigint[] {
  const scaled = exact.map(({ n, d }) => {
    const down = floor(1_000n * n, d);
    return { down, rest: { n: 1_000n * n - down * d, d } };
  });
  const left = sum - scaled.reduce((all, { down }) => all + down, 0n);
  const order = scaled
    .map(({ rest }, i) => ({ rest, i }))
    .toSorted(
      (a, b) =>
        Number(b.rest.n * a.rest.d > a.rest.n * b.rest.d) - Number(b.rest.n * a.rest.d < a.rest.n * b.rest.d),
    );
  // The change as printed may be a tenth away from the exact one, to either side.
  const given = new Map<number, bigint>();
  for (let k = 0n; k < (left < 0n ? -left : left); k += 1n) {
    const at =
      order[
        Number(left < 0n ? BigInt(order.length) - 1n - (k % BigInt(order.length)) : k % BigInt(order.length))
      ];
    if (at) given.set(at.i, (given.get(at.i) ?? 0n) + (left < 0n ? -1n : 1n));
  }
  return scaled.map(({ down }, i) => down + (given.get(i) ?? 0n));
}

function floor(n: bigint, d: bigint): bigint {
  const cut = n / d;
  return n < 0n && cut * d !== n ? cut - 1n : cut;
}
