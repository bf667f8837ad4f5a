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
  readonly startedAt: Date | null;
  readonly builtAt: Date | null;
  readonly sweeping: boolean;
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
