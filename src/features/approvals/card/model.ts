import type { Told } from '../../../core/tokens/approval.ts';
import type { Approval } from '../request/model.ts';

/** A request as people read it. */
export interface ShownApproval {
  readonly approval: Approval;
  /** The title of its kind. */
  readonly title: string;
  readonly told: Told;
  /** Who has to say yes at each stage, such as "2 leads". */
  readonly stages: readonly string[];
  /** Names of those who can still say yes at the present stage, at most five. */
  readonly asked: readonly string[];
}
