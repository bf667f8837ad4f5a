import type { Somebody } from './model.ts';

export type What =
  | 'asked'
  | 'automatic'
  | 'approved'
  | 'stage filled'
  | 'rejected'
  | 'overridden'
  | 'asked again'
  | 'done'
  | 'failed'
  | 'tried again'
  | 'question'
  | 'answer'
  | 'withdrawn'
  | 'given up'
  | 'reminded'
  | 'put off'
  | 'taken up'
  | 'expired'
  | 'undo asked'
  | 'undone';

/** One step in the life of a request. */
export interface ApprovalEvent {
  readonly id: string;
  readonly approvalId: string;
  readonly what: What;
  readonly at: Date;
  /** Null: the bot itself. */
  readonly by: Somebody | null;
  /** In whose place, by delegation. */
  readonly inPlaceOf: Somebody | null;
  readonly note: string | null;
}

/** A step that is about to be written down. */
export interface Step {
  readonly what: What;
  readonly note?: string | null;
  /** Whose right it was, where it was not their own. */
  readonly authorityId?: string | null;
  /** The Slack users who are to act: they are mentioned in the line of the thread. */
  readonly mentions?: readonly string[];
  /** Seen in the channel as well: somebody there is to act. */
  readonly broadcast?: boolean;
  /** The card says it: no line of its own. */
  readonly quiet?: boolean;
  /** The Slack users who read it as a direct message. */
  readonly tells?: readonly string[];
}
