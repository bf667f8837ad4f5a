import { roles } from '../../../core/runtime/permission.ts';
import { leastRole } from './staffing.ts';
import type { When } from './model.ts';

/** Whether everything that the narrow conditions match is matched by the wide ones as well. */
export function impliedBy(wide: When, narrow: When): boolean {
  return (
    isSame(wide.kind, narrow.kind) &&
    isSame(wide.location, narrow.location) &&
    isSame(wide.supplier, narrow.supplier) &&
    // The total of a day is never less than the request: what bounds the day bounds the request.
    isWithin(wide.quantityAtMost, narrow.quantityAtMost, narrow.dayQuantityAtMost) &&
    isWithin(wide.dayQuantityAtMost, narrow.dayQuantityAtMost) &&
    isWithin(wide.amountAtMost, narrow.amountAtMost, narrow.dayAmountAtMost) &&
    isWithin(wide.dayAmountAtMost, narrow.dayAmountAtMost) &&
    rankOf(wide) <= rankOf(narrow)
  );
}

function isSame(wide: string | null, narrow: string | null): boolean {
  return wide === null || wide === narrow;
}

type Bound = number | string | null;

function isWithin(wide: Bound, ...narrow: readonly Bound[]): boolean {
  return wide === null || narrow.some((bound) => bound !== null && BigInt(bound) <= BigInt(wide));
}

/** Whoever may ask at all is an operator. */
function rankOf({ requesterAtLeast }: When): number {
  return Math.max(roles.indexOf(requesterAtLeast ?? leastRole), roles.indexOf(leastRole));
}
