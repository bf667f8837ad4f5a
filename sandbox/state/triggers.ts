import type { Clock } from './clock.ts';
import type { Ids } from './ids.ts';

const LIFETIME_MS = 3_000;

export interface Trigger {
  user: string;
  /** The modal of the interaction, so that `views.push` knows its stack. */
  view?: string;
}

/** Trigger ids are valid for three seconds and open one view. */
export class Triggers {
  #clock: Clock;
  #ids: Ids;
  #known = new Map<string, Trigger & { expires: number; used: boolean }>();

  constructor(clock: Clock, ids: Ids) {
    this.#clock = clock;
    this.#ids = ids;
  }

  issue(trigger: Trigger): string {
    const id = `${this.#ids.next('')}.${this.#ids.secret()}`;
    this.#known.set(id, { ...trigger, expires: this.#clock.now() + LIFETIME_MS, used: false });
    return id;
  }

  exchange(id: string): Trigger | { error: string } {
    const found = this.#known.get(id);
    if (!found) return { error: 'invalid_trigger_id' };
    if (found.used) return { error: 'exchanged_trigger_id' };
    if (this.#clock.now() > found.expires) return { error: 'expired_trigger_id' };
    found.used = true;
    return found;
  }

  clear(): void {
    this.#known.clear();
  }
}
