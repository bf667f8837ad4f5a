/** A code that nobody here knew, as the list shows it. */
export interface MappedCode {
  /** The name of its source. */
  readonly source: string;
  readonly code: string;
  /** Events with it. */
  readonly count: number;
  readonly lastAt: Date;
  /** The tracking number of one of them. */
  readonly sample: string;
  /** What somebody said that it means; null: nobody did. */
  readonly status: string | null;
}

/** What was mapped. */
export interface Mapped {
  readonly source: string;
  readonly code: string;
  readonly status: string;
  /** Numbers whose shipments are looked at again. */
  readonly shipments: number;
}
