import { wholeSign } from './milestones.ts';
import type { FoldedFulfilment, FoldedMilestone, FoldedStage, Reached } from './model.ts';
import { earliest, latest } from './moments.ts';
import { isHandedOver, isLabelled, isLive, piecesByLine } from './pieces.ts';
import type { Moved } from './quantity-rules.ts';

export interface Progress extends Reached {
  readonly stage: FoldedStage;
  /** When its first piece left; null: none did, or nobody knows when. */
  readonly firstOutAt: Date | null;
  /** Whether some of it left and some is still to be sent. */
  readonly isPartShipped: boolean;
}

/**
 * How far an order is. Handed over and delivered it is with the last part that must be sent, anything before with its
 * first. What left us is not cancelled any more.
 */
export function progressOf(
  lines: readonly Moved[],
  fulfilments: readonly FoldedFulfilment[],
  counting: readonly FoldedMilestone[],
): Progress {
  const first = (what: 'paid' | 'allocated' | 'picked' | 'packed') =>
    earliest(counting.filter((one) => one.what === what).map(({ at }) => at));
  const parcels = fulfilments.filter((one) => isHandedOver(one) && one.lines.length > 0);
  const handedOver = wholeSign(counting, 'handed_over');
  const isOut = handedOver !== null || lines.some(({ shipped }) => shipped > 0);
  const isComplete = isOut && lines.every(({ open }) => open === 0);
  const boxed = piecesByLine(parcels.flatMap((one) => one.lines));
  const loose = lines.some(({ lineKey, shipped }) => shipped > (boxed.get(lineKey) ?? 0));
  const last = (times: readonly (Date | null)[], whole: Date | null) => {
    const all = loose || times.length === 0 ? [...times, whole] : times;
    return all.includes(null) ? null : latest(all);
  };
  const times = parcels.map(({ handedOverAt }) => handedOverAt);
  const delivered = wholeSign(counting, 'delivered');
  const isDelivered =
    isComplete &&
    (delivered !== null || lines.every((line) => !line.requiresShipping || line.delivered >= line.shipped));
  const returned = wholeSign(counting, 'returned');
  const live = fulfilments.filter(isLive);
  const isBack =
    isComplete &&
    (returned !== null || (live.length > 0 && !loose && live.every(({ state }) => state === 'returned')));
  const cancelledAt = wholeSign(counting, 'cancelled')?.at ?? null;
  const reached: Reached = {
    paidAt: first('paid'),
    allocatedAt: first('allocated'),
    pickedAt: first('picked'),
    packedAt: first('packed'),
    labelledAt: earliest([
      ...fulfilments.filter(isLive).map(({ labelledAt }) => labelledAt),
      wholeSign(counting, 'labelled')?.at ?? null,
    ]),
    handedOverAt: isComplete ? last(times, handedOver?.at ?? null) : null,
    deliveredAt: isDelivered
      ? last(
          parcels.map(({ deliveredAt }) => deliveredAt),
          delivered?.at ?? null,
        )
      : null,
    returnedAt: isBack ? (returned?.at ?? latest(live.map(({ returnedAt }) => returnedAt))) : null,
    cancelledAt,
  };
  const stage = (): FoldedStage => {
    if (isBack) return 'returned';
    if (isDelivered) return 'delivered';
    if (isComplete) return 'handed_over';
    if (cancelledAt) return 'cancelled';
    if (reached.labelledAt || fulfilments.some(isLabelled)) return 'labelled';
    if (reached.packedAt) return 'packed';
    if (reached.pickedAt) return 'picked';
    if (reached.allocatedAt) return 'allocated';
    return reached.paidAt ? 'paid' : 'placed';
  };
  return {
    ...reached,
    stage: stage(),
    firstOutAt: earliest([...times, handedOver?.at ?? null]),
    isPartShipped: isOut && !isComplete,
  };
}
