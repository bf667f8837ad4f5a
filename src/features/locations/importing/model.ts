export const locationKinds = ['warehouse', '3pl', 'store', 'marketplace'] as const;

/** A location of stock, as in a file or the database. */
export interface Location {
  readonly code: string;
  readonly name: string;
  readonly kind: string;
  readonly timeZone: string;
  /** The lower, the earlier in lists. */
  readonly position: number;
  /** Minutes after which its numbers are shown as old. */
  readonly staleAfterMinutes: number;
}
