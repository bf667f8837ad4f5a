import type { Json, JsonObject } from '../../../core/tokens/json.ts';
import type { Somebody } from './model.ts';

export type What =
  | 'raised'
  | 'seen again'
  | 'taken'
  | 'promised'
  | 'assigned'
  | 'severity'
  | 'snoozed'
  | 'woken'
  | 'note'
  | 'done'
  | 'reopened'
  | 'closed'
  | 'promise passed'
  | 'leads told'
  | 'released'
  | 'room asked'
  | 'room opened'
  | 'room refused'
  | 'due passed'
  | 'playbook started'
  | 'step added'
  | 'step done'
  | 'step skipped'
  | 'step late'
  | 'follow-up'
  | 'reviewed'
  | 'review missed';

/** One step in the life of an issue. */
export interface IssueEvent {
  readonly id: string;
  readonly issueId: string;
  readonly what: What;
  readonly at: Date;
  /** Null: the bot itself, or the console. */
  readonly by: Somebody | null;
  readonly before: JsonObject;
  readonly after: JsonObject;
  readonly note: string | null;
  /** The person that the step speaks of, such as the new owner. */
  readonly about: Somebody | null;
}

/** A step that is about to be written down. */
export interface Step {
  readonly what: What;
  readonly before?: JsonObject;
  readonly after?: JsonObject;
  readonly note?: string | null;
  /** The Slack users who are to act: they are mentioned. */
  readonly mentions?: readonly string[];
  /** Seen in the channel as well: somebody there is to act. */
  readonly broadcast?: boolean;
  /** The card says it: no line of its own. */
  readonly quiet?: boolean;
}

/** A moment that a step speaks of; null where it names none. */
export function momentOf(value: Json | undefined): Date | null {
  return typeof value === 'string' ? new Date(value) : null;
}
