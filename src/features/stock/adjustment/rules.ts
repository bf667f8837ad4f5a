/** Causes of a correction, each with its possible directions. */
export const adjustCauses = [
  'damaged',
  'lost',
  'stolen',
  'expired',
  'used',
  'found',
  'returned',
  'correction',
] as const;
export type AdjustCause = (typeof adjustCauses)[number];

const onlyAway: readonly AdjustCause[] = ['lost', 'stolen', 'expired', 'used'];
const onlyBack: readonly AdjustCause[] = ['found', 'returned'];

/** The most units of one adjustment: more is a typing mistake or a count. */
export const maxAdjustment = 1_000_000;

/** The request: stays the same until its effect. */
export interface Adjustment {
  readonly skuId: string;
  readonly locationId: string;
  /** Signed units into or out of the available stock. */
  readonly quantity: number;
  readonly cause: AdjustCause;
}

/** The present facts about it. */
export interface AdjustmentFacts {
  readonly code: string;
  readonly title: string;
  readonly location: string;
  readonly locationCode: string;
  readonly available: number;
  readonly damaged: number;
  /** The location is no longer in use. Absent in requests of earlier releases. */
  readonly closed?: boolean | undefined;
  /** What the location is; absent in requests of earlier releases, like the next two. */
  readonly kind?: string | undefined;
  /** outside: a system outside keeps the location's numbers. */
  readonly record?: string | undefined;
  /** What is still to be entered outside of earlier changes. */
  readonly toEnter?: number | undefined;
  /** In all locations. */
  readonly availableInAll: number;
  /** Sold in the last `demandDays` whole days. */
  readonly recentUnits: number;
  /** The days of them for which there are orders; absent in requests of earlier releases, which took all of them. */
  readonly demandOver?: number | undefined;
  /** Minor units as text: JSON has no bigint. Null: the cost is unknown. */
  readonly unitCost: string | null;
  readonly currency: string;
}

/** Whether the change is entered in a system outside, and not booked here. */
export function isOutside({ record }: Pick<AdjustmentFacts, 'record'>): boolean {
  return record === 'outside';
}

export interface Leg {
  readonly bucket: 'available' | 'damaged';
  readonly quantity: number;
}

/** Damaged units stay in the house but are no longer sold; all others enter or leave it. */
export function legsOf({ cause, quantity }: Pick<Adjustment, 'cause' | 'quantity'>): readonly Leg[] {
  const leg: Leg = { bucket: 'available', quantity };
  return cause === 'damaged' ? [leg, { bucket: 'damaged', quantity: -quantity }] : [leg];
}

export type AdjustNo = 'location is closed' | 'not so many available' | 'not so many damaged';
export type ChangeNo = 'zero' | 'too many' | 'only takes away' | 'only adds';

/** `toEnter`: what waits to be entered counts as if it were. */
type Levels = Pick<AdjustmentFacts, 'available' | 'damaged' | 'closed' | 'toEnter'>;

/** Why the location or its present levels do not allow it. */
export function whyNotAdjust(
  { cause, quantity }: Pick<Adjustment, 'cause' | 'quantity'>,
  { available, damaged, closed = false, toEnter = 0 }: Levels,
): AdjustNo | null {
  if (closed && quantity > 0) return 'location is closed';
  // A level below zero may be corrected step by step.
  if (quantity < 0 && available + toEnter + quantity < 0) return 'not so many available';
  if (cause === 'damaged' && quantity > 0 && damaged < quantity) return 'not so many damaged';
  return null;
}

/** Why a quantity makes no sense, whatever the levels. */
export function whyNotChange({ cause, quantity }: Pick<Adjustment, 'cause' | 'quantity'>): ChangeNo | null {
  if (quantity === 0) return 'zero';
  if (Math.abs(quantity) > maxAdjustment) return 'too many';
  if (quantity > 0 && onlyAway.includes(cause)) return 'only takes away';
  if (quantity < 0 && onlyBack.includes(cause)) return 'only adds';
  return null;
}

/**
 * Changes that need a new decision: another price, an adjustment that no longer fits, or a level off by more than a
 * tenth and five units. A shop sells while a request waits; a few units do not matter.
 */
export function changedSince(
  before: AdjustmentFacts,
  now: AdjustmentFacts,
  asked: Adjustment,
): readonly string[] {
  const moved = Math.abs(now.available - before.available);
  const isFar = moved > 5 && moved * 10 > Math.abs(before.available);
  const no = whyNotAdjust(asked, now);
  // A closed location is refused as it stands: another yes would not open it.
  const fitsNoMore = no !== null && no !== 'location is closed' && whyNotAdjust(asked, before) === null;
  return [
    ...(isFar || fitsNoMore
      ? [`Available in ${now.location}: was ${before.available}, is ${now.available}.`]
      : []),
    ...(asked.cause === 'damaged' && fitsNoMore && before.damaged !== now.damaged
      ? [`Damaged in ${now.location}: was ${before.damaged}, is ${now.damaged}.`]
      : []),
    ...(before.unitCost === now.unitCost && before.currency === now.currency
      ? []
      : ['Its unit cost has changed.']),
  ];
}

/** Whether the levels are those that the adjustment left: no sale, count or delivery came after it. */
export function isAsLeft(asked: Adjustment, facts: AdjustmentFacts, now: AdjustmentFacts): boolean {
  return legsOf(asked).every(({ bucket, quantity }) => now[bucket] === facts[bucket] + quantity);
}

/** The parts of `MUG-01 -3 damaged HAM fell off the shelf`. Null where a part is missing or unreadable. */
export interface AdjustLine {
  readonly code: string | null;
  readonly quantity: number | null;
  /** Typed without a sign: the direction is unknown. */
  readonly unsigned: boolean;
  /** The change was a part of a unit. */
  readonly isPartial: boolean;
  readonly cause: AdjustCause | null;
  /** The remaining words; they may begin with a location. */
  readonly rest: readonly string[];
  /** The cause stands among the words of the note: it may be one of them. */
  readonly unsure: boolean;
}

export function readAdjustLine(words: readonly string[]): AdjustLine {
  const [code = null, change = '', ...rest] = words;
  const quantity = readChange(change);
  const unsigned = quantity !== null && !/^[+-]/.test(change);
  const after = quantity === null ? [change, ...rest].filter((word) => word !== '') : rest;
  const at = after.findIndex((word) => isCause(word.toLowerCase()));
  const cause = at < 0 ? null : (after[at]?.toLowerCase() as AdjustCause);
  // "-3 damaged HAM" and "-3 HAM damaged" are clear.
  const isPartial = quantity === null && /^[+-]?\d+[.,]\d+$/.test(change);
  return {
    code,
    quantity,
    unsigned,
    isPartial,
    cause,
    rest: after.filter((_, i) => i !== at),
    unsure: at > 1,
  };
}

/**
 * Reads "-3", "+1,200"; null for anything else: a comma must precede three digits, or it may be a decimal one. Too many
 * digits still make a number, refused as too large.
 */
export function readChange(text: string): number | null {
  if (!/^[+-]?(\d{1,12}|\d{1,3}([, ']\d{3}){1,3})$/.test(text)) return null;
  return Number(text.replace(/[, ']/g, ''));
}

function isCause(word: string): word is AdjustCause {
  return (adjustCauses as readonly string[]).includes(word);
}
