import { inspect } from 'node:util';
import type { Scope, Tx } from './database.ts';

const hidden = '[secret]';

/** A secret on its way from or to the database. Whatever prints, logs or serialises it shows no text. */
export class Secret {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  /** The text, for the call that needs it. */
  reveal(): string {
    return this.#text;
  }

  toString(): string {
    return hidden;
  }

  toJSON(): string {
    return hidden;
  }

  [inspect.custom](): string {
    return hidden;
  }
}

/** What a secret is kept for. It opens for that alone: in another row, workspace or use it does not. */
export interface SecretKey {
  /** Its row. */
  readonly id: string;
  /** `<feature>.<use>`, such as `sources.webhook`. */
  readonly purpose: string;
}

/** Secrets in the database, sealed by keys that the database does not have. */
export interface Secrets {
  /** Keeps it, instead of an earlier one of that row. Refuses without a key to seal with. */
  keep(tx: Tx, key: SecretKey, secret: Secret, now: Date): Promise<void>;
  /** Null: there is none. Refuses when it cannot be opened. */
  find(scope: Scope, key: SecretKey): Promise<Secret | null>;
  forget(tx: Tx, key: SecretKey): Promise<void>;
}
