import type { FoldedArrival, FoldedEvent } from './model.ts';
import type { Promised } from './order-model.ts';

/**
 * When a parcel was first delayed, or expected after what was promised: what tells trouble on a lane before anything of it is
 * late. Null: neither.
 * @param promise what was promised last
 */
export function troubleOf(
  events: readonly FoldedEvent[],
  estimates: readonly FoldedArrival[],
  promise: Promised | undefined,
): Date | null {
  const delayed = events.find(({ status, standing }) => status === 'delayed' && standing === 'counts');
  const expected = estimates.find(({ until }) => promise !== undefined && until > promise.until);
  const moments = [delayed?.at, expected?.saidAt].flatMap((at) => (at ? [at.getTime()] : []));
  return moments.length > 0 ? new Date(Math.min(...moments)) : null;
}
