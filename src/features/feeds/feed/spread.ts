/** How many durations of each length there were: seconds → how many. */
export type Spread = Readonly<Record<string, number>>;

const hour = 3_600;
const days = 48 * hour;

/** Whole seconds up to an hour, then whole minutes, after two days whole hours: a year of orders at once stays small. */
function rounded(seconds: number): number {
  const whole = Math.max(0, Math.floor(seconds));
  if (whole < hour) return whole;
  const step = whole < days ? 60 : hour;
  return Math.floor(whole / step) * step;
}

export function spreadOf(seconds: Iterable<number>): Spread {
  const spread: Record<string, number> = {};
  for (const one of seconds) {
    const key = String(rounded(one));
    spread[key] = (spread[key] ?? 0) + 1;
  }
  return spread;
}

export function merged(...spreads: readonly Spread[]): Spread {
  const all: Record<string, number> = {};
  for (const spread of spreads)
    for (const [seconds, many] of Object.entries(spread)) all[seconds] = (all[seconds] ?? 0) + many;
  return all;
}

export function sizeOf(spread: Spread): number {
  return Object.values(spread).reduce((sum, many) => sum + many, 0);
}

/** The smallest duration that a share of all does not exceed, in seconds; null: there are none. */
export function quantile(spread: Spread, share: number): number | null {
  const size = sizeOf(spread);
  if (size === 0) return null;
  // An object's whole-number keys come in ascending order.
  let passed = 0;
  for (const [seconds, many] of Object.entries(spread)) {
    passed += many;
    if (passed >= size * share) return Number(seconds);
  }
  return null;
}
