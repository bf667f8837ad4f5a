/** What is here of a SKU, as stock's door tells it. */
interface AtHand {
  readonly available: number;
  readonly committed: number;
}

/**
 * How many of the pieces that open orders still need are not here. What is committed is theirs, and no longer available;
 * an order that nobody committed is served from what is available.
 * @example piecesShort(31, { available: 24, committed: 0 }) // 7
 * @example piecesShort(6, { available: 18, committed: 6 }) // 0
 */
export function piecesShort(needed: number, { available, committed }: AtHand): number {
  const uncommitted = Math.max(0, needed - committed);
  return Math.min(needed, Math.max(0, uncommitted - available));
}
