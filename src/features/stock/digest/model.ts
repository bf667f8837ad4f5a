import type { Outlook } from '../outlook/model.ts';

/** SKUs of which something is said, and how many there are in all. */
export interface Listed {
  /** The first of them. */
  readonly skus: readonly Outlook[];
  readonly total: number;
}

export interface OutNow extends Listed {
  /** Those of all that sold lately. */
  readonly selling: number;
}
