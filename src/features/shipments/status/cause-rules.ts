import type { Fault } from './model.ts';

/**
 * Whose doing it is that a parcel is late, as far as anybody says. `left late`: we handed it over late, whatever happened to
 * it then, or the reason is ours; else `carrier`: by the carrier's own reason; `other`: weather, customs or the customer, by a
 * reason; `unattributed`: we handed it over on time and nobody gives a reason; `unknown`: no reason, and nobody says by when
 * it had to leave. What is the carrier's, what nobody knows and what is ours are three figures, and never one.
 */
export const causes = ['carrier', 'unattributed', 'other', 'left late', 'unknown'] as const;
export type Cause = (typeof causes)[number];

/** Why it is late, on cards, in lists and in files. */
export const causeWords: Readonly<Record<Cause, string>> = {
  carrier: 'carrier at fault',
  unattributed: 'handed over on time, nobody says why',
  other: 'weather, customs or customer',
  'left late': 'our own fault',
  unknown: 'nobody says why, nor by when it had to leave',
};

/** What decides whose doing it is that a parcel is late. */
interface Late {
  readonly fault: Fault;
  /** By when it had to leave us; null: nobody says. */
  readonly shipBy: Date | null;
  readonly handedOverAt: Date | null;
}

/**
 * Our own lateness comes first: a carrier is judged by what it had on time, whatever went wrong with the rest. What is still
 * here is handed over now at the earliest. `cause` in `parcels/clauses-store.ts` is the same rule for lists and figures.
 */
export function causeOf({ fault, shipBy, handedOverAt }: Late, now: Date): Cause {
  const leftLate = shipBy !== null && (handedOverAt ?? now) > shipBy;
  if (leftLate || fault === 'retailer') return 'left late';
  if (fault === 'carrier') return 'carrier';
  if (fault !== 'none') return 'other';
  return shipBy === null ? 'unknown' : 'unattributed';
}
