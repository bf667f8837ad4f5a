import type { Reason, Status } from './model.ts';

/** What will not come any more, although no end was told. */
export const losses = ['lost', 'damaged'] as const;
export type Loss = (typeof losses)[number];

/** How each is kept: no status of its own, since carriers have none either. */
export const keptAs: Readonly<Record<Loss, { readonly status: Status; readonly reason: Reason }>> = {
  lost: { status: 'delivery_failed', reason: 'carrier_lost' },
  damaged: { status: 'delivery_failed', reason: 'carrier_damaged' },
};

const whereLost: readonly Status[] = ['delivery_failed', 'on_hold', 'delayed', 'return_to_sender'];

/**
 * Whether it is lost, or so damaged that its delivery failed; null: it may still come. `isLost` in
 * `parcels/clauses-store.ts` is the same rule for lists.
 */
export function lossOf(of: {
  readonly status: Status;
  readonly reason: Reason | null;
  /** Null: it is not back with us. */
  readonly returnedAt: Date | string | null;
}): Loss | null {
  if (of.returnedAt !== null) return null;
  if (of.reason === 'carrier_lost' && whereLost.includes(of.status)) return 'lost';
  return of.reason === 'carrier_damaged' && of.status === 'delivery_failed' ? 'damaged' : null;
}
