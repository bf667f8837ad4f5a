import type { Json, JsonObject } from '../core/tokens/json.ts';

/** A person as a case names them. */
export interface Somebody {
  readonly id: string;
  readonly name: string;
  /** The Slack account they used last; empty for who has none any more. */
  readonly slackUserId: string;
  /** False: has left. */
  readonly active: boolean;
}

/** One event in the life of a case, as it is read. */
export interface CaseEvent<Kind extends string> {
  readonly id: string;
  readonly caseId: string;
  readonly what: Kind;
  readonly at: Date;
  /** Null: the bot itself, or the console. */
  readonly by: Somebody | null;
  /** The person that the event names beside who did it, such as the new owner. */
  readonly about: Somebody | null;
  readonly before: JsonObject;
  readonly after: JsonObject;
  readonly note: string | null;
}

/** An event that is about to be recorded. It holds ids, numbers and codes: names are read when it is drawn. */
export interface NewEvent<Kind extends string> {
  readonly what: Kind;
  readonly before?: JsonObject;
  readonly after?: JsonObject;
  /** Words that a person typed, or that the effect of a case said. */
  readonly note?: string | null;
  /** The Slack users who are to act: they are mentioned in the thread. */
  readonly mentions?: readonly string[];
  /** The channel sees the line as well: somebody there is to act. */
  readonly broadcast?: boolean;
  /** The card shows it: no line in the thread. */
  readonly quiet?: boolean;
  /** The Slack users who read it as a direct message. */
  readonly tells?: readonly string[];
  /** The Slack user who hears when a direct message cannot be sent; else who the case belongs to. */
  readonly toldBy?: string;
}

/** What is stored of an event. */
export interface EventRow<Kind extends string> {
  readonly id: string;
  readonly caseId: string;
  readonly what: Kind;
  readonly at: Date;
  readonly actorKind: string;
  readonly personId: string | null;
  readonly before: JsonObject;
  readonly after: JsonObject;
  readonly note: string | null;
}

/** A moment that an event holds; null where it holds none. */
export function momentOf(value: Json | undefined): Date | null {
  return typeof value === 'string' ? new Date(value) : null;
}
