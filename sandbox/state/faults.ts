/** What goes wrong with the next calls of a Web API method (`*` for any). */
export interface Fault {
  method: string;
  kind: 'ratelimited' | 'server_error' | 'timeout' | 'slow' | 'drop' | 'error';
  /** How many calls it meets; one unless told. */
  times?: number;
  /** Seconds, for `ratelimited`. */
  retry_after?: number;
  /** Milliseconds, for `slow`. */
  ms?: number;
  /** HTTP status, for `server_error`. */
  status?: number;
  /** Slack's error code, for `error`. */
  error?: string;
}

/** Faults wait in the order they were asked for and are used up call by call. */
export class Faults {
  #waiting: (Fault & { left: number })[] = [];

  add(fault: Fault): void {
    this.#waiting.push({ ...fault, left: fault.times ?? 1 });
  }

  take(method: string): Fault | undefined {
    const found = this.#waiting.find((f) => f.method === method || f.method === '*');
    if (!found) return undefined;
    found.left -= 1;
    if (found.left <= 0) this.#waiting.splice(this.#waiting.indexOf(found), 1);
    return found;
  }

  clear(): void {
    this.#waiting = [];
  }
}
