import type { Database, Scope, Tx } from './database.ts';
import type { Pending } from './effects.ts';
import type { Check, Feature } from '../declare/feature.ts';
import type { Ids } from './ids.ts';
import type { QueuedJob } from '../declare/job.ts';
import type { Log } from './log.ts';
import type { Permission, Role } from './permission.ts';
import type { Rooms } from '../declare/rooms.ts';

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

/** What operations and the dispatch stand on; made by the wiring, the same for every request. */
export interface Engine {
  readonly database: Database;
  readonly features: readonly Feature[];
  /** How the parts that belong to no feature are: the database, the line to Slack. */
  readonly health: readonly Check[];
  /** Names of people who hold the permission, at most five. */
  whoMay(scope: Scope, permission: Permission): Promise<readonly string[]>;
  /** Hands jobs to the queue; they are there when the transaction commits. */
  queue(tx: Tx, jobs: readonly QueuedJob[], correlationId: string): Promise<void>;
  /** Channels of their own for one matter. */
  readonly rooms: Rooms;
  /** There is something new to say. What nobody is woken for is found within a second. */
  wake(): void;
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
  /** The Slack conversation it was made in; null for what nobody asked for, and outside Slack. */
  readonly channel: string | null;
  readonly engine: Engine;
}

export interface QueryContext extends Context {
  readonly scope: Scope;
}

export interface MutationContext extends QueryContext {
  readonly tx: Tx;
  readonly pending: Pending;
}
