import { codeKey } from '../../../core/text/code-key.ts';

/** A line as it is known. */
export interface KnownLine {
  readonly ordinal: number;
  /** The source's own id of it. */
  readonly sourceLine: string | null;
  readonly code: string;
  readonly ordered: number;
  /** Pieces given back; the only quantity of a credit's line. */
  readonly refunded: number;
  /** Null: nobody told it yet, and any fits. */
  readonly unitPriceMinor: bigint | null;
}

/** A line as a source tells it. */
export interface SaidLine {
  /** Tells it apart from the others: its line in a file, or its place in what was told. */
  readonly line: number;
  /** Its place among the order's lines. */
  readonly ordinal: number;
  /** The source's own id of it, as its key. */
  readonly id: string | null;
  readonly code: string;
  /** Null: the source tells none, and any stored one fits. */
  readonly priceMinor: bigint | null;
  readonly pieces: number;
}

/** The id of a line is the same however a spreadsheet wrote it. */
export function lineKey(id: string | null): string | null {
  return id === null ? null : codeKey(id) || null;
}

const isPlain = (id: string | null) => id === lineKey(id);

/** Which stored line each told line is, by its line. */
export interface Matched<Line extends KnownLine> {
  readonly known: ReadonlyMap<number, Line>;
  readonly left: readonly Line[];
  /** Whether the lines that are left and those that are new might be the same ones: replaced, or told in another file. */
  readonly isUnclear: boolean;
}

/**
 * A line is the one with the source's id, else the n-th of its SKU and price, those with the same pieces first. Its
 * position in a file says nothing: a re-export leaves lines out. `skuOf`: what a code means, however it is written.
 */
export function matchLines<Line extends KnownLine>(
  stored: readonly Line[],
  said: readonly SaidLine[],
  skuOf: (code: string) => string,
): Matched<Line> {
  const known = new Map<number, Line>();
  const left = new Set(stored);
  const pair = (among: readonly SaidLine[], fits: (line: SaidLine, one: Line) => boolean) => {
    const paired: SaidLine[] = [];
    for (const line of among) {
      const found = (bySku.get(skuOf(line.code)) ?? []).find((one) => left.has(one) && fits(line, one));
      if (!found) continue;
      known.set(line.line, found);
      left.delete(found);
      paired.push(line);
    }
    return paired;
  };
  const bySku = new Map<string, Line[]>();
  for (const one of stored) {
    const alike = bySku.get(skuOf(one.code)) ?? [];
    alike.push(one);
    bySku.set(skuOf(one.code), alike);
  }
  // The last wins: of two stored spellings, from when they told two lines apart, the plain one.
  const plainLast = stored.toSorted((a, b) => Number(isPlain(a.sourceLine)) - Number(isPlain(b.sourceLine)));
  const byId = new Map(plainLast.map((one) => [lineKey(one.sourceLine), one]));
  for (const { line, id } of said) {
    const found = id === null ? undefined : byId.get(id);
    if (!found) continue;
    known.set(line, found);
    left.delete(found);
  }
  const without = () => said.filter(({ line }) => !known.has(line));
  pair(without(), (line, one) => isAlike(line, one) && line.pieces === piecesOf(one));
  const changed = pair(without(), isAlike);
  const rest = [...left];
  const leftSkus = new Set(rest.map(({ code }) => skuOf(code)));
  const leftNameless = rest.some(({ sourceLine }) => sourceLine === null);
  const isUnclear =
    without().some(({ id }) => leftNameless || (id === null && rest.length > 0)) ||
    changed.some(({ code }) => leftSkus.has(skuOf(code)));
  return { known, left: rest, isUnclear };
}

/** Two ids tell two lines apart, whatever else is the same. */
function isAlike(line: SaidLine, one: KnownLine): boolean {
  return (
    (line.id === null || one.sourceLine === null) &&
    (line.priceMinor === null || one.unitPriceMinor === null || line.priceMinor === one.unitPriceMinor)
  );
}

/** Ordered, or given back if it is a credit's. */
function piecesOf({ ordered, refunded }: KnownLine): number {
  return Math.max(ordered, refunded);
}

/** The place of each told line: a known one keeps its own, a new one gets its place in the file if that is free. */
export function placesOf(
  said: readonly SaidLine[],
  known: ReadonlyMap<number, KnownLine>,
  kept: readonly KnownLine[],
): ReadonlyMap<number, number> {
  const taken = new Set([...known.values(), ...kept].map(({ ordinal }) => ordinal));
  let last = [...taken, ...said.map(({ ordinal }) => ordinal)].reduce((a, b) => Math.max(a, b), 0);
  const placeOf = ({ line, ordinal }: SaidLine) => {
    const before = known.get(line);
    if (before) return before.ordinal;
    const place = taken.has(ordinal) ? last + 1 : ordinal;
    last = Math.max(last, place);
    taken.add(place);
    return place;
  };
  return new Map(said.map((line) => [line.line, placeOf(line)]));
}
