import type { z } from 'zod';
import { type ActFacts, type ActRequest, type changeRequest, longestReason } from './model.ts';
import { contradicted } from './rules.ts';

type Change = z.output<typeof changeRequest>;

/** What takes a change back; null: it takes one back itself. A customer or a bench that was told is told again. */
export function inverseOf(request: Change, facts: ActFacts): Change | null {
  const { held, heldHere } = facts;
  const about = { orderId: request.orderId, reason: 'taken back' };
  switch (request.act) {
    case 'hold':
      return { act: 'release', ...about };
    case 'release':
      // A hold of the shop was not ended by it: ending the task withdraws it.
      if (!heldHere) return null;
      // Why it was held is why it is held again.
      return { act: 'hold', ...about, ...(held && held.length <= longestReason && { reason: held }) };
    case 'promise':
      // The task of the day before has ended: nobody would tell the customer any day.
      if (contradicted(request, facts).length > 0) return null;
      return { act: 'take back promise', ...about, on: request.on };
    case 'expedite':
      return { act: 'take back expedite', ...about };
    default:
      return null;
  }
}

/** Whether the order is as the change left it. */
export function isAsLeft(request: ActRequest, _: ActFacts, now: ActFacts): boolean {
  switch (request.act) {
    case 'promise':
      return now.promised === request.on;
    case 'expedite':
      return now.asked.some(({ act }) => act === 'expedite');
    default:
      return now.heldHere === (request.act === 'hold');
  }
}
