import type { Fault } from '../status/model.ts';
import type { Cause } from './model.ts';

/** What decides whose doing it is that a parcel is late. */
export interface Late {
  readonly fault: Fault;
  /** By when it had to leave us; null: nobody says. */
  readonly shipBy: Date | null;
  readonly handedOverAt: Date | null;
}

/**
 * Our own lateness comes first: a carrier is judged by what it had on time, whatever went wrong with the rest. What is still
 * here is handed over now at the earliest. `cause` in `clauses-store.ts` is the same rule for lists and figures.
 */
export function causeOf({ fault, shipBy, handedOverAt }: Late, now: Date): Cause {
  const leftLate = shipBy !== null && (handedOverAt ?? now) > shipBy;
  if (leftLate || fault === 'retailer') return 'left late';
  if (fault === 'carrier') return 'carrier';
  if (fault !== 'none') return 'other';
  return shipBy === null ? 'unknown' : 'unattributed';
}
