/**
 * A fault in the next calls of a Web API method (`*` for any), in the next `events`, or in the next signed `requests`
 * of any kind.
 */
export interface Fault {
  method: string;
  kind:
    | 'ratelimited'
    | 'server_error'
    | 'timeout'
    | 'slow'
    | 'drop'
    | 'error'
    // Events: delivered twice, or after the next one.
    | 'duplicate'
    | 'out_of_order'
    // Requests: signed with another secret, or six minutes ago.
    | 'forged'
    | 'stale';
  /** How many calls it affects; one by default. */
  times?: number;
  /** Seconds, for `ratelimited`. */
  retry_after?: number;
  /** Milliseconds, for `slow`. */
  ms?: number;
  /** HTTP status, for `server_error`. */
  status?: number;
  /** Slack's error code, for `error`. */
  error?: string;
  /** For `duplicate`: the second delivery has a new event id. */
  new_id?: boolean;
}

export type Flaw = 'forged' | 'stale';

export type ActiveFault = Fault & { left: number };

/** Faults apply in the order they were set and are used up call by call. */
export class Faults {
  #waiting: ActiveFault[] = [];

  add(fault: Fault): void {
    this.#waiting.push({ ...fault, left: fault.times ?? 1 });
  }

  take(method: string): Fault | undefined {
    return this.#use((f) => f.method === method || f.method === '*');
  }

  takeEvent(): Fault | undefined {
    return this.#use((f) => f.method === 'events');
  }

  /** The flaw of the next request, if any. */
  takeFlaw(): Flaw | undefined {
    const kind = this.#use((f) => f.method === 'requests')?.kind;
    return kind === 'forged' || kind === 'stale' ? kind : undefined;
  }

  #use(meets: (fault: Fault) => boolean): Fault | undefined {
    const found = this.#waiting.find(meets);
    if (!found) return undefined;
    found.left -= 1;
    if (found.left <= 0) this.#waiting.splice(this.#waiting.indexOf(found), 1);
    return found;
  }

  /** The remaining faults, each with its remaining calls. */
  list(): ActiveFault[] {
    return structuredClone(this.#waiting);
  }

  clear(): void {
    this.#waiting = [];
  }
}
