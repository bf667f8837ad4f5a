import type { Goal } from '../../../core/tokens/fact.ts';
import type { Cut } from '../figure/model.ts';

/** A goal that somebody set, from a day on. */
export interface TargetRow extends Omit<Goal, 'target'> {
  readonly kpi: string;
  /** Null: for the whole business. */
  readonly cut: Cut | null;
  /** YYYY-MM-DD. */
  readonly validFrom: string;
  /** Null: there is none from that day on. */
  readonly target: bigint | null;
  /** Of money; else empty. */
  readonly currency: string;
}

/** The same with who set it. */
export interface TargetEntry extends TargetRow {
  /** Another was set for the same day later. */
  readonly isReplaced: boolean;
  readonly note: string | null;
  /** By name; null: nobody in Slack. */
  readonly setBy: string | null;
  readonly setAt: Date;
}

/** The goal that holds on a day. */
export interface Aim extends Goal {
  readonly currency: string;
  /** Since when; null: the bot came with it, and nobody has set another. */
  readonly since: string | null;
}

/** A goal that will hold. */
export type Coming = Pick<TargetRow, 'validFrom' | 'target' | 'limit' | 'currency'>;

/** What a figure and its parts are held against. */
export interface Aims {
  /** Of the whole, on the last day of the figure. */
  readonly whole: Aim | null;
  /** What holds after that day. */
  readonly coming: Coming | null;
  /** Of the parts that have a goal of their own, by value; empty without a split. */
  readonly parts: ReadonlyMap<string, Aim>;
}

/** How a figure stands to its goal. In the unit of the goal the value is `value / per`. */
export interface Verdict {
  readonly aim: Aim;
  readonly isMet: boolean;
  readonly isPastLimit: boolean;
  readonly value: bigint;
  readonly per: bigint;
}
