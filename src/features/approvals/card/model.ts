import type { Told } from '../../../core/tokens/approval.ts';
import type { Decider } from '../electorate/deciders.ts';
import type { Approval } from '../request/model.ts';

/** What a person may do with a request now. */
export interface Mays {
  readonly decide: boolean;
  readonly ask: boolean;
  readonly withdraw: boolean;
  readonly override: boolean;
  readonly retry: boolean;
  readonly giveUp: boolean;
  readonly undo: boolean;
}

/** A request as people read it. */
export interface ShownApproval {
  readonly approval: Approval;
  /** The title of its kind. */
  readonly title: string;
  readonly told: Told;
  /** Why it needs a yes: "over 5 units in 24 hours (41 before this)". Null: the rule alone says so. */
  readonly because: string | null;
  /** What its one reader may do; null: many read it. */
  readonly may: Mays | null;
  /** The approvers of each stage, such as "2 leads". */
  readonly stages: readonly string[];
  /** The people who can say yes now, at most five. */
  readonly asked: readonly Decider[];
}
