import type { QueuedJob } from '../tokens/job.ts';
import type { Permission } from '../tokens/permission.ts';
import type { Actor } from './actor.ts';
import type { Contributions } from './contributions.ts';
import type { Database, Scope, Tx } from './database.ts';
import type { Delivery } from './delivery.ts';
import type { Pending } from './effects.ts';
import type { Files } from './files.ts';
import type { Ids } from './ids.ts';
import type { Log } from './log.ts';
import type { Rooms } from './rooms.ts';

export interface Workspace {
  readonly id: string;
  readonly name: string;
  /** IANA name; the business zone of reports. */
  readonly timeZone: string;
  /** ISO 4217 code; the currency of money without one of its own. */
  readonly currency: string;
}

/** What this process knows of parts of composed work that broke. Made by `keepFailures`. */
export interface Failures {
  /** The reference under which it stands in the log and the admins were told; the same until it works again. */
  failed(ctx: Context, part: string, error: unknown): Promise<string>;
  /** Costs nothing where nothing was known to be broken. */
  worked(ctx: Context, part: string): Promise<void>;
}

/** What operations and the dispatch stand on; made by the wiring, the same for every request. */
export interface Engine {
  readonly database: Database;
  readonly contributions: Contributions;
  /** Names of people who hold the permission, at most five. */
  whoMay(scope: Scope, permission: Permission): Promise<readonly string[]>;
  /** Hands jobs to the queue; they are there when the transaction commits. */
  queue(tx: Tx, jobs: readonly QueuedJob[], correlationId: string): Promise<void>;
  /** Channels of their own for one matter. */
  readonly rooms: Rooms;
  /** Which parts of composed work are broken. */
  readonly failures: Failures;
  /** What people uploaded. */
  readonly files: Files;
  /** New messages are waiting. Without it the sender finds them within a second. */
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
