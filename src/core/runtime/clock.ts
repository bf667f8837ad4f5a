/** The only place that reads the machine's clock. Everything else receives a moment. */
export interface Clock {
  /** The present instant, to the millisecond. */
  now(): Date;
  /** Milliseconds on a clock that never steps back, for measuring how long something took. */
  elapsed(): number;
}

export const systemClock: Clock = {
  now: () => new Date(),
  elapsed: () => performance.now(),
};
