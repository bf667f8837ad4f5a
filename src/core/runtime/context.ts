import type { QueuedJob } from '../tokens/job.ts';
import type { Permission } from '../tokens/permission.ts';
import type { Actor, PersonActor } from './actor.ts';
import type { Contributions } from './contributions.ts';
import type { Database, Scope, Tx } from './database.ts';
import type { Delivery } from './delivery.ts';
import type { Pending } from './effects.ts';
import type { Files } from './files.ts';
import type { Ids } from './ids.ts';
import type { Log } from './log.ts';
import type { Places } from './places.ts';
import type { Rooms } from './rooms.ts';

export interface Workspace {
  readonly id: string;
  readonly name: string;
  /** IANA name; the business zone of reports. */
  readonly timeZone: string;
  /** ISO 4217 code; the currency of money without one of its own. */
  readonly currency: string;
}

/** This process's knowledge of broken parts of composed answers. Made by `keepFailures`. */
export interface Failures {
  /** The reference in the log and in the report to the admins; the same until the part works again. */
  failed(ctx: Context, part: string, error: unknown): Promise<string>;
  /** Free of cost for parts not known to be broken. */
  worked(ctx: Context, part: string): Promise<void>;
}

export interface Hearing {
  /** Whether what they send reaches this process; `here alone`: only from the machine itself. */
  listening(): 'yes' | 'here alone' | 'no';
  /** Sends itself a delivery of a source, by its id, as that source would send it. */
  trial(
    source: string,
  ): Promise<{ readonly answer: 'taken' | 'refused' | 'not reached'; readonly ms: number }>;
}

/** Everything that operations and dispatch need; made by the wiring, the same for every request. */
export interface Engine {
  readonly database: Database;
  readonly contributions: Contributions;
  /** Names of people who hold the permission, at most five. */
  whoMay(scope: Scope, permission: Permission): Promise<readonly string[]>;
  /**
   * The person with the roles they have now, which stay as they are until the transaction ends. Throws a `Refusal` for
   * an account that has been deactivated.
   */
  holdRights(tx: Tx, person: PersonActor): Promise<PersonActor>;
  /** Hands jobs to the queue; they exist once the transaction commits. */
  queue(tx: Tx, jobs: readonly QueuedJob[], correlationId: string): Promise<void>;
  /** Channels for one matter. */
  readonly rooms: Rooms;
  /** Channels where the bot posts. */
  readonly places: Places;
  /** Broken parts of composed answers. */
  readonly failures: Failures;
  /** Files that people uploaded. */
  readonly files: Files;
  /** Where this process hears sources outside. */
  readonly webhooks: Hearing;
  /** Signals new messages. Without it the sender finds them within two seconds. */
  wake(): void;
  /** Signals queued work. Without it the drain finds it within three seconds. */
  wakeWork(): void;
  /** Signals jobs. Without it their workers find them within half a minute. */
  wakeJobs(jobs: readonly QueuedJob[]): void;
}

/** The context of a request. `now` is one instant for the whole request. */
export interface Context {
  readonly workspace: Workspace;
  readonly actor: Actor;
  readonly now: Date;
  readonly ids: Ids;
  readonly log: Log;
  /** Links the envelope, the log lines and the audit rows of one request. */
  readonly correlationId: string;
  /** Set when the request may be redelivered and its changes must happen once. */
  readonly delivery: Delivery | null;
  /** The Slack conversation of the request; null for the bot's own work, and outside Slack. */
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
