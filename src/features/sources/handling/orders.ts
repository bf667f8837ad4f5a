import type { MutationContext } from '../../../core/runtime/context.ts';
import type { OrderStatement } from '../../orders/index.ts';
import type { Fate, Take } from './outcome.ts';

/**
 * Tells orders what was said of them, and answers for each statement in the order given: why it was refused, what it
 * lacks as it arrives, or that it was taken.
 */
export type TellsOrders = (
  ctx: MutationContext,
  statements: readonly OrderStatement[],
) => Promise<
  readonly (
    | { readonly is: 'taken' }
    | { readonly is: 'refused'; readonly why: string }
    | { readonly is: 'missing'; readonly why: string; readonly missing: string }
  )[]
>;

/** Under which what tells of orders waits for a release that reads them. */
const noOrders: Fate = { state: 'parked', why: 'a release that reads orders', missing: 'orders by webhook' };

/** Takes what tells of orders; a delivery is done when all of its statements were taken. */
export function takeOrders(tellOrders: TellsOrders | null): Take {
  return async (ctx, meant) => {
    const told = meant.flatMap(({ delivery, meaning }) =>
      meaning.is === 'orders' ? meaning.statements.map((statement) => ({ delivery, statement })) : [],
    );
    const fates = new Map<string, Fate>();
    if (told.length === 0) return { fates, news: [], arrived: [] };
    if (!tellOrders) {
      for (const { delivery } of told) fates.set(delivery.id, noOrders);
      return { fates, news: [], arrived: [] };
    }
    const taken = await tellOrders(
      ctx,
      told.map(({ statement }) => statement),
    );
    for (const [n, { delivery }] of told.entries()) {
      const one = taken[n] ?? { is: 'refused', why: 'it was not taken' };
      const before = fates.get(delivery.id);
      if (before && before.state !== 'done') continue;
      if (one.is === 'taken') fates.set(delivery.id, { state: 'done' });
      else if (one.is === 'refused') fates.set(delivery.id, { state: 'failed', why: one.why });
      else fates.set(delivery.id, { state: 'parked', why: one.why, missing: one.missing });
    }
    return { fates, news: [], arrived: [] };
  };
}
