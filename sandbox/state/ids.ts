import { randomBytes } from 'node:crypto';
import type { Clock } from './clock.ts';

/** Generates ids like Slack's. A `ts` is unique in the workspace and always later than the one before. */
export class Ids {
  #clock: Clock;
  #lastMicros = 0;
  #counter = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  ts(): string {
    this.#lastMicros = Math.max(Math.floor(this.#clock.now()) * 1000, this.#lastMicros + 1);
    const seconds = Math.floor(this.#lastMicros / 1_000_000);
    return `${seconds}.${String(this.#lastMicros % 1_000_000).padStart(6, '0')}`;
  }

  /** An id such as `V00000002A`, unique within this sandbox. */
  next(prefix: string): string {
    this.#counter += 1;
    return `${prefix}${this.#counter.toString(36).toUpperCase().padStart(9, '0')}`;
  }

  /** How many ids were given so far. */
  get counted(): number {
    return this.#counter;
  }

  /** An app remembers ids of events and times of messages: those of an earlier run are not given again. */
  goOnFrom(counted: number, latestTs = '0.0'): void {
    this.#counter = counted;
    const [seconds, micros] = latestTs.split('.');
    this.#lastMicros = Number(seconds) * 1_000_000 + Number(micros);
  }

  secret(): string {
    return randomBytes(16).toString('hex');
  }
}
