import { expect } from 'vitest';
import type { Log } from '../../src/core/runtime/log.ts';

const errors: unknown[] = [];
let expected = false;

/** A log that remembers errors: an unexpected one fails the test. */
export function watchedLog(): Log {
  const silent = () => {};
  const log: Log = {
    debug: silent,
    info: silent,
    warn: silent,
    error: (...line: unknown[]) => void errors.push(line),
    child: () => log,
  };
  return log;
}

/** For a test that provokes a fault of ours: the errors logged so far. */
export function loggedErrors(): readonly unknown[] {
  expected = true;
  return errors;
}

/** Runs after each test of the unit project. */
export function expectNoErrors(): void {
  const seen = errors.splice(0);
  const wasExpected = expected;
  expected = false;
  if (!wasExpected) expect(seen, 'unexpected errors in the log').toEqual([]);
}
