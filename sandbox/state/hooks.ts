import type { Clock } from './clock.ts';
import type { Ids } from './ids.ts';

const LIFETIME_MS = 30 * 60_000;
const USES = 5;

/** The scope of a response_url: one member, one channel, and one message if there was one. */
export interface Hook {
  user: string;
  channel: string;
  message_ts?: string;
  thread_ts?: string;
}

/** Response URLs: five uses within thirty minutes of the sandbox's clock. */
export class Hooks {
  #clock: Clock;
  #ids: Ids;
  #known = new Map<string, Hook & { expires: number; uses: number }>();

  constructor(clock: Clock, ids: Ids) {
    this.#clock = clock;
    this.#ids = ids;
  }

  issue(hook: Hook): string {
    const id = `${this.#ids.next('')}/${this.#ids.secret()}`;
    this.#known.set(id, { ...hook, expires: this.#clock.now() + LIFETIME_MS, uses: 0 });
    return id;
  }

  use(id: string): Hook | { error: 'expired_url' | 'used_url' } {
    const found = this.#known.get(id);
    if (!found || this.#clock.now() > found.expires) return { error: 'expired_url' };
    if (found.uses >= USES) return { error: 'used_url' };
    found.uses += 1;
    return found;
  }

  clear(): void {
    this.#known.clear();
  }
}
