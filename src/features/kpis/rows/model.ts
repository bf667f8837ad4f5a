import type { Kpi } from '../../../core/tokens/fact.ts';
import type { Days } from '../days/model.ts';
import type { Cut, Figure } from '../figure/model.ts';

/** Where the row after a row begins. */
export interface RowPlace {
  readonly day: string;
  readonly subject: string;
  readonly part: string;
}

/** A fact behind a figure: all that count add up to it. */
export interface FactRow extends RowPlace {
  readonly label: string;
  /** The id of what it is about. */
  readonly ref: string;
  readonly counts: boolean;
  /** Why it does not, or not as a whole; null: nothing of it is left out. */
  readonly why: string | null;
  readonly currency: string;
  readonly n: string | null;
  readonly d: string | null;
  /** By the dimensions of its family, in their order. */
  readonly values: readonly string[];
}

/** When days begin, and when they end, or now. */
export interface Span {
  readonly begin: Date;
  readonly end: Date;
}

/** The rows of a figure. */
export interface RowsWanted {
  readonly kpi: Kpi;
  readonly generation: number;
  readonly days: Days;
  readonly span: Span;
  readonly cut: Cut | null;
}

/** Some of the rows of a figure, for people. */
export interface ShownRows {
  readonly figure: Figure;
  readonly rows: readonly FactRow[];
  /** Those before them. */
  readonly skip: number;
  readonly isMore: boolean;
  /** Of the business. */
  readonly today: string;
}
