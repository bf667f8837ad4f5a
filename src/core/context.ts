import type { Database, Scope, Tx } from './database.ts';
import type { Ids } from './ids.ts';
import type { Log } from './log.ts';
import type { Permission, Role } from './permission.ts';

export interface Workspace {
  readonly id: string;
  readonly name: string;
  /** IANA name; the business zone of reports. */
  readonly timeZone: string;
  /** ISO 4217 code; the currency of money without one of its own. */
  readonly currency: string;
}

/** Who acts. `system` is ourselves on a schedule; `console` is somebody with a shell on the machine. */
export type Actor =
  | {
      readonly kind: 'person';
      /** The person, not the Slack account: two accounts of one person are one actor. */
      readonly id: string;
      readonly name: string;
      readonly slackUserId: string;
      /** Owner or admin of the Slack workspace itself, which gives no right of ours but the first set-up. */
      readonly slackAdmin: boolean;
      readonly roles: readonly Role[];
      readonly departments: readonly string[];
      readonly timeZone: string;
    }
  | {
      readonly kind: 'console';
      readonly id: string;
      readonly name: string;
      readonly roles: readonly Role[];
      readonly timeZone: string;
    }
  | { readonly kind: 'system'; readonly id: string; readonly name: string; readonly timeZone: string };

/** One arrival from outside that may be delivered twice. */
export interface Delivery {
  readonly source: string;
  /** The same for every delivery of the same arrival, such as a trigger id. */
  readonly key: string;
}

/** What the bot knows about its own running, for `/ops health`. */
export interface Probe {
  readonly name: string;
  /** A short finding. Never throws: trouble is a finding. */
  look(): Promise<{ readonly ok: boolean; readonly finding: string }>;
}

/** What operations stand on; handed from the wiring to them, never used by a feature. */
export interface Engine {
  readonly database: Database;
  /** Names of people who hold the permission, most fitting first, at most five. */
  whoMay(scope: Scope, permission: Permission): Promise<readonly string[]>;
  readonly probes: readonly Probe[];
}

/** What every request carries. `now` is one instant for the whole request. */
export interface Context {
  readonly workspace: Workspace;
  readonly actor: Actor;
  readonly now: Date;
  readonly ids: Ids;
  readonly log: Log;
  /** Ties the envelope, the log lines and the audit rows of one request together. */
  readonly correlationId: string;
  /** Set when the request may be redelivered and changes must happen once. */
  readonly delivery: Delivery | null;
  readonly engine: Engine;
}

export interface QueryContext extends Context {
  readonly scope: Scope;
}

export interface MutationContext extends QueryContext {
  readonly tx: Tx;
}
