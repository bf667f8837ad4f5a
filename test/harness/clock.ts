import type { Clock } from '../../src/core/runtime/clock.ts';

export interface TestClock extends Clock {
  forward(ms: number): void;
  set(moment: string): void;
}

/** A clock that stands still until it is moved. The default is a Monday at 09:00 in Berlin. */
export function testClock(moment = '2026-03-02T08:00:00Z'): TestClock {
  let now = Date.parse(moment);
  return {
    now: () => new Date(now),
    elapsed: () => performance.now(),
    forward: (ms) => {
      now += ms;
    },
    set: (next) => {
      now = Date.parse(next);
    },
  };
}
