import type { Clock } from './clock.ts';

/** A number of calls within a number of milliseconds. */
export interface Limit {
  calls: number;
  windowMs: number;
}

/** Counts calls by the sandbox's clock. When off, it allows everything and keeps counting. */
export class Rates {
  on: boolean;
  #clock: Clock;
  #calls = new Map<string, number[]>();

  constructor(clock: Clock, on: boolean) {
    this.#clock = clock;
    this.on = on;
  }

  /**
   * Takes one call from each bucket, or none: undefined when all have room, otherwise the whole seconds until they do.
   * A refused call does not count, so waiting as told is always enough.
   */
  take(buckets: readonly { key: string; limit: Limit }[]): number | undefined {
    if (!this.on) return undefined;
    const now = this.#clock.now();
    const waits = buckets.map(({ key, limit }) => this.#wait(key, limit, now));
    const longest = Math.max(...waits);
    if (longest > 0) return Math.ceil(longest / 1_000);
    for (const { key } of buckets) this.#calls.get(key)?.push(now);
    return undefined;
  }

  clear(): void {
    this.#calls.clear();
  }

  #wait(key: string, limit: Limit, now: number): number {
    const recent = (this.#calls.get(key) ?? []).filter((at) => now - at < limit.windowMs);
    this.#calls.set(key, recent);
    const oldest = recent[recent.length - limit.calls];
    return oldest === undefined ? 0 : oldest + limit.windowMs - now;
  }
}
