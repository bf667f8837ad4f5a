import type { Goal, Kpi } from '../../../core/tokens/fact.ts';
import type { Days } from '../days/model.ts';
import type { Cut } from '../figure/model.ts';
import type { Aim } from '../targets/model.ts';

/** What a share is judged by: so many of so many in some days that are over. */
export interface Judged {
  readonly days: Days;
  readonly n: bigint;
  readonly d: bigint;
}

/** A share that was found worse than its target beyond doubt; the last time, of each KPI and part. */
export interface Breach extends Goal, Judged {
  readonly id: string;
  readonly kpi: string;
  readonly cut: Cut | null;
  readonly beganAt: Date;
  readonly endedAt: Date | null;
  /** Worse than the limit too, at some time since it began. */
  readonly severe: boolean;
  /** A feed that it is told by is silent: it neither goes on nor ends. */
  readonly paused: boolean;
}

/** What is held against a target. */
export interface Watched {
  readonly kpi: Kpi;
  readonly cut: Cut | null;
  /** On the last day that is judged; null: there is none any more. */
  readonly aim: Aim | null;
  /** Of the last time. */
  readonly known: Breach | null;
}
