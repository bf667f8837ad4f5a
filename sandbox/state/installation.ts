import type { Clock } from './clock.ts';
import type { Ids } from './ids.ts';

const CODE_LIFETIME_MS = 10 * 60_000;

interface Grant {
  user: string;
  redirect_uri: string | undefined;
  scopes: string[];
}

/** Whether the app is installed, and the codes that complete an installation. */
export class Installation {
  status: 'installed' | 'revoked' | 'uninstalled' = 'installed';
  #clock: Clock;
  #ids: Ids;
  #codes = new Map<string, Grant & { expires: number }>();

  constructor(clock: Clock, ids: Ids) {
    this.#clock = clock;
    this.#ids = ids;
  }

  /** A member consented: returns the code that the app exchanges for its token, once and within ten minutes. */
  grant(grant: Grant): string {
    const code = this.#ids.secret();
    this.#codes.set(code, { ...grant, expires: this.#clock.now() + CODE_LIFETIME_MS });
    return code;
  }

  exchange(code: string): Grant | undefined {
    const found = this.#codes.get(code);
    this.#codes.delete(code);
    return found && this.#clock.now() <= found.expires ? found : undefined;
  }

  clear(): void {
    this.status = 'installed';
    this.#codes.clear();
  }
}
