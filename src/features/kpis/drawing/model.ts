import type { Figure } from '../figure/model.ts';
import type { Aim } from '../targets/model.ts';

/** A KPI day by day. */
export interface Trend {
  /** Of all its days. */
  readonly figure: Figure;
  /** The first day of which anything was ever told; null: none is. */
  readonly since: string | null;
  /** Of money: the one that most of it is in; else empty. */
  readonly currency: string;
  /** Days with anything in them, the first day first. */
  readonly values: readonly {
    readonly day: string;
    readonly n: bigint;
    readonly d: bigint;
    /** Of durations the median. */
    readonly p50: number | null;
  }[];
  /** On the last day: one line is drawn for all. */
  readonly aim: Aim | null;
  /** Days on which nobody works. */
  readonly off: readonly string[];
  /** Of the business. */
  readonly today: string;
}
