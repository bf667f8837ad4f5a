/** Whole days of the calendar that the KPI's anchor names, half-open: YYYY-MM-DD. */
export interface Days {
  readonly from: string;
  readonly to: string;
}
