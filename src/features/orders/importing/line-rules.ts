import { codeKey } from '../../../core/text/code-key.ts';
import { type ImportRow, integerOf, moneyOf, saysOf, textOf } from '../../../core/tokens/import-row.ts';
import { milestoneFields, quantitiesAt, type StoredLine, type StoredOrder } from '../rules.ts';

/** A line as a row of the file tells it. */
export interface SaidLine {
  /** Of the file. */
  readonly line: number;
  /** Its place among the order's rows. */
  readonly ordinal: number;
  /** The source's own id of it, as its key. */
  readonly id: string | null;
  readonly code: string;
  /** Null: the file tells none, and any stored one fits. */
  readonly priceMinor: bigint | null;
  readonly pieces: number;
}

export function saidLine(row: ImportRow): SaidLine {
  return {
    line: row.line,
    ordinal: row.ordinal,
    id: lineKey(textOf(row, 'line_id')),
    code: textOf(row, 'code') ?? '',
    priceMinor: moneyOf(row, 'unit_price')?.minor ?? null,
    pieces: Math.abs(integerOf(row, 'quantity') ?? 0),
  };
}

/** The id of a line is the same however a spreadsheet wrote it. */
function lineKey(id: string | null): string | null {
  return codeKey(id ?? '') || null;
}

const isPlain = (id: string | null) => id === lineKey(id);

/** Whether a second row with the id of a first one repeats it. */
export function repeats(first: SaidLine, again: SaidLine): boolean {
  return (
    codeKey(first.code) === codeKey(again.code) &&
    first.priceMinor === again.priceMinor &&
    first.pieces === again.pieces
  );
}

/** Which stored line each told line is, by the file's line. */
export interface Matched {
  readonly known: ReadonlyMap<number, StoredLine>;
  readonly left: readonly StoredLine[];
  /** Whether the lines that are left and those that are new might be the same ones: replaced, or told in another file. */
  readonly isUnclear: boolean;
}

/**
 * A line is the one with the source's id, else the n-th of its SKU and price, those with the same pieces first. Its
 * position in a file says nothing: a re-export leaves lines out. `skuOf`: what a code means, however it is written.
 */
export function matchLines(
  stored: readonly StoredLine[],
  said: readonly SaidLine[],
  skuOf: (code: string) => string,
): Matched {
  const known = new Map<number, StoredLine>();
  const left = new Set(stored);
  const pair = (among: readonly SaidLine[], fits: (line: SaidLine, one: StoredLine) => boolean) => {
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
  const bySku = new Map<string, StoredLine[]>();
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
function isAlike(line: SaidLine, one: StoredLine): boolean {
  return (
    (line.id === null || one.sourceLine === null) &&
    (line.priceMinor === null || line.priceMinor === one.unitPriceMinor)
  );
}

/** Ordered, or given back if it is a credit's. */
function piecesOf({ ordered, refunded }: StoredLine): number {
  return Math.max(ordered, refunded);
}

/** The place of each told line: a known one keeps its own, a new one gets its place in the file if that is free. */
export function placesOf(
  said: readonly SaidLine[],
  known: ReadonlyMap<number, StoredLine>,
  kept: readonly StoredLine[],
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

export function lineAfter(
  before: StoredLine | undefined,
  row: ImportRow,
  order: StoredOrder,
  {
    skuId,
    ordinal,
    isSameSku,
  }: { readonly skuId: string | null; readonly ordinal: number; readonly isSameSku: boolean },
): StoredLine {
  const { code: said, id, priceMinor, pieces } = saidLine(row);
  // A credit's pieces were never ordered.
  const [ordered, refunded] =
    order.kind === 'credit' ? [0, pieces] : [pieces, before && before.ordered > 0 ? before.refunded : 0];
  const code = before && isSameSku ? before.code : said;
  const moved = quantitiesAt(order.stage, ordered);
  // A file without milestones keeps the quantities that the line has reached since.
  const kept =
    before && before.ordered === ordered && !Object.keys(milestoneFields).some((f) => saysOf(row, f));
  return {
    orderId: order.id,
    ordinal,
    sourceLine: id ?? before?.sourceLine ?? null,
    skuId: skuId ?? (before && isSameSku ? before.skuId : null),
    code,
    title: textOf(row, 'title') ?? before?.title ?? code,
    kind: textOf(row, 'line_kind') ?? before?.kind ?? 'goods',
    ordered,
    allocated: kept ? before.allocated : moved.allocated,
    picked: kept ? before.picked : moved.picked,
    shipped: kept ? before.shipped : moved.shipped,
    cancelled: kept ? before.cancelled : moved.cancelled,
    refunded,
    unitPriceMinor: priceMinor ?? before?.unitPriceMinor ?? 0n,
    placedAt: order.placedAt,
  };
}

/** How lines that the file leaves out change, which stay: they go where their order goes. */
export function linesFollowing(
  stay: readonly StoredLine[],
  before: StoredOrder,
  order: StoredOrder,
): readonly StoredLine[] {
  const isMoved = before.stage !== order.stage;
  if (!isMoved && before.placedAt.getTime() === order.placedAt.getTime()) return [];
  return stay.map((line) => ({
    ...line,
    ...(isMoved && quantitiesAt(order.stage, line.ordered)),
    placedAt: order.placedAt,
  }));
}

/** That a stored line is gone, for the audit log. */
export function takenAway({ orderId, ordinal, code, ordered, refunded }: StoredLine) {
  return {
    subject: { kind: 'order', id: orderId },
    before: { line: ordinal, code, pieces: Math.max(ordered, refunded) },
    after: null,
  };
}
