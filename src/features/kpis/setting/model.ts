import type { Kpi } from '../../../core/tokens/fact.ts';
import type { Cut } from '../figure/model.ts';
import type { Aim, TargetEntry, TargetRow } from '../targets/model.ts';

/** What the form that sets a target shows. */
export interface TargetChoices {
  readonly kpi: Kpi;
  /** Parts that may have a goal of their own. */
  readonly cuts: readonly Cut[];
  /** Of the whole business, today. */
  readonly current: Aim | null;
  /** What holds the longest from now first. */
  readonly history: readonly TargetEntry[];
  readonly today: string;
}

/** A target as it was set just now. */
export interface TargetSet {
  readonly row: TargetRow;
  /** What held on that day before. */
  readonly before: Aim | null;
  /** Who hears that days that have passed are judged by it now, by name. */
  readonly told: readonly string[];
}
