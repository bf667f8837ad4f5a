import type { Department } from '../../../core/tokens/departments.ts';
import type { Dimension, Kpi } from '../../../core/tokens/fact.ts';
import type { Days } from '../days/model.ts';
import type { Versus } from '../days/shapes.ts';

/** One part of what a dimension splits: "carrier" is DHL. */
export interface Cut {
  readonly dimension: string;
  readonly value: string;
  /** What the value is called, where that is something else. */
  readonly name?: string;
}

/** Which generation, and which days, of a KPI. */
export interface Wanted {
  readonly kpi: Kpi;
  readonly generation: number;
  readonly days: Days;
  readonly cut: Cut | null;
}

/** So many of so many; a sum has no d; of durations n is their sum, in the unit of the measure, and d how many there are. */
export interface Total {
  readonly n: bigint;
  readonly d: bigint;
  /** Of money; else empty. */
  readonly currency: string;
}

/** Percentiles by linear interpolation, the deviation of a sample; in the unit of the measure. */
export interface Spread {
  readonly mean: number | null;
  readonly sd: number | null;
  readonly p50: number | null;
  readonly p90: number | null;
  readonly p95: number | null;
}

export interface Excluded {
  readonly why: string;
  readonly rows: number;
}

/** A KPI of some days: all that is said of it follows from this. */
export interface Figure {
  readonly kpi: Kpi;
  readonly days: Days;
  readonly cut: Cut | null;
  /** One; of money one for each currency. None: nothing was counted. */
  readonly totals: readonly Total[];
  readonly spread: Spread | null;
  readonly excluded: readonly Excluded[];
}

/** A part of a figure, by the value of a dimension; empty: nobody says. */
export interface Part extends Pick<Figure, 'totals' | 'spread'> {
  readonly value: string;
  /** What the value is called, where that is something else. */
  readonly name?: string;
}

/** A figure among those of a department. */
export interface Standing {
  readonly figure: Figure;
  readonly before: Figure;
  /** The first day of which anything was ever told; null: none is. */
  readonly since: string | null;
  readonly isCounting: boolean;
  readonly heard: readonly Heard[];
}

/** The few figures of a department. */
export interface Overview {
  readonly department: Department;
  readonly days: Days;
  readonly standings: readonly Standing[];
  /** How many more figures it has. */
  readonly more: number;
  readonly today: string;
}

/** How far the facts are. */
export interface Keeping {
  /** 0: none are complete yet. */
  readonly generation: number;
  readonly isBuilding: boolean;
  /** Subjects that the building has come past. */
  readonly walked: number;
}

export interface Heard {
  readonly kind: string;
  readonly source: string;
  /** The id of the location that it is about; empty: no single one. */
  readonly location: string;
  readonly coversUntil: Date | null;
  readonly silentSince: Date | null;
}

/** A spread, and of how many it is. */
export interface SizedSpread extends Spread {
  readonly size: number;
}

/** A figure with what it is held against and its parts. */
export interface Answer {
  readonly figure: Figure;
  readonly before: Figure | null;
  readonly versus: Versus | null;
  /** The first day of which anything was ever told; null: none is. */
  readonly since: string | null;
  readonly parts: { readonly by: Dimension; readonly all: readonly Part[] } | null;
  /** By what else it can be split so that it tells anything. */
  readonly splits: readonly Dimension[];
  readonly keeping: Keeping;
  /** Of durations of which some are faults: how they are spread with these. Null: there are none. */
  readonly told: SizedSpread | null;
  /** The feeds that it is told by; null: we ourselves tell it. */
  readonly heard: readonly Heard[] | null;
  /** Of the business. */
  readonly today: string;
}
