import type { Told } from '../../../core/tokens/approval.ts';
import type { Decider } from '../electorate/deciders.ts';
import type { Approval } from '../request/model.ts';

/** A request as people read it. */
export interface ShownApproval {
  readonly approval: Approval;
  /** The title of its kind. */
  readonly title: string;
  readonly told: Told;
  /** The approvers of each stage, such as "2 leads". */
  readonly stages: readonly string[];
  /** The people who can say yes now, at most five. */
  readonly asked: readonly Decider[];
}
