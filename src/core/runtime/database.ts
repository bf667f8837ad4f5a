import type { AskedAbout, Branch, Told } from '../tokens/asking.ts';
import type { Actor } from './actor.ts';
import type { AuditEntry } from './change.ts';
import type { Claim, Delivery } from './delivery.ts';
import type { Pending } from './effects.ts';
import type { Ids } from './ids.ts';
import type { Secret } from './secret.ts';

declare const scopeBrand: unique symbol;
declare const txBrand: unique symbol;

/** The right to read one workspace. A store function cannot be called without it. */
export interface Scope {
  readonly workspaceId: string;
  readonly [scopeBrand]: true;
}

/**
 * The right to write one workspace, inside one transaction. A write asks for it: outside it does not compile. That of
 * `single` is for one statement.
 */
export interface Tx extends Scope {
  readonly [txBrand]: true;
}

export interface TransactionOptions {
  /** Milliseconds after which the transaction is rolled back; 15,000 when not given. */
  readonly timeout?: number;
  /** Whether `work` may run again when it and another transaction deadlock. */
  readonly repeatable?: boolean;
}

/**
 * Passing trouble of the database: it does not answer, its disk is full, it is read-only, or it has no time or
 * connection left.
 */
export type Trouble = 'unreachable' | 'full' | 'read-only' | 'busy';

/** Database outages in this process: one log line when an outage begins, one when it is over. */
export interface Outages {
  /**
   * Counts a person's request, or background work, that failed because of passing trouble, instead of logging it. Null:
   * the error is something else.
   */
  met(error: unknown, doing: string, by?: 'request' | 'work'): Trouble | null;
  /** A transaction was committed. */
  worked(): void;
  /** The troubles of the outage that goes on now. */
  now(): readonly Trouble[];
}

/** The database as operations see it; `src/db` implements it. */
export interface Database {
  scope(workspaceId: string): Scope;
  /** Runs `work` in one transaction; a throw rolls everything back. */
  transaction<T>(workspaceId: string, work: (tx: Tx) => Promise<T>, options?: TransactionOptions): Promise<T>;
  /**
   * Runs one statement, which is a transaction of its own: without BEGIN and COMMIT, which take as long as the statement.
   * What `work` does besides is not part of it, and a second statement throws.
   */
  single<T>(workspaceId: string, work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Claims the delivery for this transaction; waits for another transaction that has claimed it. */
  claim(tx: Tx, delivery: Delivery, now: Date): Promise<Claim>;
  /** Keeps the operation's result until the person is answered. */
  keepResult(tx: Tx, delivery: Delivery, result: unknown): Promise<void>;
  /** The passing trouble behind an error; null for any other error. */
  trouble(error: unknown): Trouble | null;
  /** Whether it cannot hold what it was given, such as a number out of range: no attempt will be better. */
  isUnfit(error: unknown): boolean;
  readonly outages: Outages;
  /** The embedded one: while it answers one query, nobody else is served. */
  readonly servesOneByOne: boolean;
  readonly secrets: Secrets;
  /** What features have to say about a thing. Questions that wait share one statement. */
  told(scope: Scope, branches: readonly Branch[], about: AskedAbout): Promise<Told>;
  audit(tx: Tx, entries: readonly AuditEntry[]): Promise<void>;
  /** Writes the messages, due work and jobs of a transaction, in a fixed order. */
  defer(tx: Tx, pending: Pending, request: Deferring): Promise<void>;
}

/** The request that defers them. */
export interface Deferring {
  readonly actor: Actor;
  readonly now: Date;
  readonly ids: Ids;
  readonly correlationId: string;
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
