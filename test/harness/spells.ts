/** While something lasted; until null: it still does. */
export interface Spell {
  readonly since: Date;
  readonly until: Date | null;
}

/**
 * When a place was out of stock, and since when its stock is known, told plainly from all movements of what is available
 * and the moments of which somebody told anything about it.
 */
export function spellsOf(
  moved: readonly { readonly at: Date; readonly quantity: number }[],
  told: readonly Date[],
): { readonly out: readonly Spell[]; readonly listed: readonly Spell[] } {
  const times = [...new Set([...told, ...moved.map(({ at }) => at)].map((at) => at.getTime()))].sort(
    (a, b) => a - b,
  );
  const [first] = times;
  if (first === undefined) return { out: [], listed: [] };
  const out: { since: Date; until: Date | null }[] = [];
  for (const time of times) {
    const level = moved
      .filter(({ at }) => at.getTime() <= time)
      .reduce((sum, { quantity }) => sum + quantity, 0);
    const last = out.at(-1);
    const isOut = last !== undefined && last.until === null;
    if (level <= 0 && !isOut) out.push({ since: new Date(time), until: null });
    if (level > 0 && isOut) last.until = new Date(time);
  }
  return { out, listed: [{ since: new Date(first), until: null }] };
}
