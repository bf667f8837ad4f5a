export interface TimeSource {
  now(): number;
}

const LONGEST_TIMER_MS = 2 ** 31 - 1;

interface Waiting {
  due: number;
  run: () => void;
  timer: NodeJS.Timeout;
}

/**
 * The sandbox's clock in milliseconds. It follows its source (real time by default) and can be moved forward; `move`
 * runs everything that becomes due.
 */
export class Clock {
  #source: TimeSource;
  #offset = 0;
  #waiting = new Set<Waiting>();

  constructor(source: TimeSource = Date) {
    this.#source = source;
  }

  now(): number {
    return this.#source.now() + this.#offset;
  }

  move(ms: number): void {
    if (ms < 0) throw new Error('The clock only moves forward');
    this.#offset += ms;
    this.#runDue();
  }

  after(ms: number, run: () => void): void {
    const due = this.now() + ms;
    // A longer timer would fire at once; tests of weeks move the clock.
    const timer = setTimeout(() => this.#runDue(), Math.min(ms, LONGEST_TIMER_MS));
    timer.unref();
    this.#waiting.add({ due, run, timer });
  }

  stop(): void {
    for (const entry of this.#waiting) clearTimeout(entry.timer);
    this.#waiting.clear();
  }

  #runDue(): void {
    // A timer may fire a moment early; the half millisecond keeps it from being missed.
    const now = this.now() + 0.5;
    const due = [...this.#waiting].filter((entry) => entry.due <= now).sort((a, b) => a.due - b.due);
    for (const entry of due) {
      clearTimeout(entry.timer);
      this.#waiting.delete(entry);
      entry.run();
    }
  }
}
