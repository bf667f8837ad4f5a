import type { Json, JsonObject } from '../core/tokens/json.ts';

/** A person named by a case; also a source outside that did something there: it has no account. */
export interface Somebody {
  readonly id: string;
  readonly name: string;
  /** The Slack account they used last; empty if they have none. */
  readonly slackUserId: string;
  /** False: has left. */
  readonly active: boolean;
}

/** An event of a case. */
export interface CaseEvent<Kind extends string> {
  readonly id: string;
  readonly caseId: string;
  readonly what: Kind;
  readonly at: Date;
  /** Null: the bot itself, or the console. */
  readonly by: Somebody | null;
  /** A second person the event names, such as the new owner. */
  readonly about: Somebody | null;
  readonly before: JsonObject;
  readonly after: JsonObject;
  readonly note: string | null;
}

/** A new event. It holds ids, numbers and codes; views look the names up. */
export interface NewEvent<Kind extends string> {
  readonly what: Kind;
  readonly before?: JsonObject;
  readonly after?: JsonObject;
  /** Text a person typed, or the result of the case's effect. */
  readonly note?: string | null;
  /** Slack users who must act: the thread mentions them. */
  readonly mentions?: readonly string[];
  /** Also shows the line in the channel, because somebody there must act. */
  readonly broadcast?: boolean;
  /** Adds no line to the thread: the card shows the event. */
  readonly quiet?: boolean;
  /** Slack users who get it as a direct message. */
  readonly tells?: readonly string[];
  /** The Slack user told if a direct message cannot be sent; by default the case's owner. */
  readonly toldBy?: string;
}

/** An event as stored. */
export interface EventRow<Kind extends string> {
  readonly id: string;
  readonly caseId: string;
  readonly what: Kind;
  readonly at: Date;
  readonly actorKind: string;
  /** The name of the connector that did it. */
  readonly connector: string | null;
  readonly personId: string | null;
  readonly before: JsonObject;
  readonly after: JsonObject;
  readonly note: string | null;
}

/** The moment in an event's field; null if there is none. */
export function momentOf(value: Json | undefined): Date | null {
  return typeof value === 'string' ? new Date(value) : null;
}
