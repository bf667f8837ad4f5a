import type { FactShape, Kpi } from '../../../core/tokens/fact.ts';

/** How far the facts of a family are. */
export interface Generation {
  readonly family: string;
  /** The one that is read; 0: none is complete yet. */
  readonly generation: number;
  readonly version: string;
  readonly building: number | null;
  readonly buildingVersion: string | null;
  readonly walkedTo: string | null;
  readonly walked: number;
  /** The key of the days that are being summed, once all facts are made. */
  readonly summing: string | null;
  /** Days before it are summed; null: none yet. */
  readonly summedTo: Date | null;
  readonly startedAt: Date | null;
  readonly builtAt: Date | null;
  readonly sweeping: boolean;
  /** The last subject whose facts of before are swept; null: none yet. */
  readonly sweptTo: string | null;
}

/** How far the facts of a family are, for those who look after them. */
export interface FamilyState {
  readonly family: string;
  /** What a subject is: "order". */
  readonly one: string;
  readonly kpis: number;
  /** Null: nobody has begun to make them. */
  readonly state: Generation | null;
  /** Changes wait to be counted. */
  readonly isBehind: boolean;
  /** What could not be counted. */
  readonly faults: readonly Fault[];
}

/** What facts add to a day of a KPI. */
export interface Added {
  readonly kpi: string;
  readonly dimension: string;
  readonly value: string;
  /** YYYY-MM-DD. */
  readonly day: string;
  readonly currency: string;
  readonly excluded: string;
  readonly n: bigint;
  readonly d: bigint;
}

/** The facts of a family, what is counted from them, and the version of all of it. */
export interface Counted {
  readonly family: string;
  /** In the order in which they are made; never empty. */
  readonly tables: readonly CountedTable[];
  /** In the order in which they are summed. */
  readonly days: readonly DaysOf[];
  readonly version: string;
}

export interface CountedTable {
  readonly table: FactShape;
  readonly kpis: readonly Kpi[];
}

/** The days of one column of a table of facts, and the KPIs that count by them. */
export interface DaysOf extends CountedTable {
  readonly key: string;
  /** The column. */
  readonly day: string;
}

/** Days whose sums are kept: all of them, or those before one that are summed already. */
export interface KeptDays {
  readonly of: DaysOf;
  /** YYYY-MM-DD; null: all. */
  readonly before: string | null;
}

/** A subject whose facts could not be made. */
export interface Fault {
  readonly family: string;
  readonly subject: string;
  readonly reason: string;
  readonly attempts: number;
  readonly failedAt: Date;
  /** When it is tried again. */
  readonly retryAt: Date;
}
