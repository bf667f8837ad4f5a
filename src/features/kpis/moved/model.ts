import type { Dimension, Kpi } from '../../../core/tokens/fact.ts';
import type { Days } from '../days/model.ts';
import type { Versus } from '../days/shapes.ts';
import type { Part } from '../figure/model.ts';

/** A share of days, and of the days that they are held against, by its parts. */
export interface Moving {
  readonly kpi: Kpi;
  readonly by: Dimension;
  readonly days: Days;
  readonly before: Days;
  readonly now: readonly Part[];
  readonly past: readonly Part[];
  readonly versus: Versus;
  /** By what else it can be split so that it tells anything. */
  readonly splits: readonly Dimension[];
  /** The first day of which anything was ever told; null: none is. */
  readonly since: string | null;
}
