import type { QueryContext } from '../../../core/runtime/context.ts';
import { collectionsOf, nextCollection } from '../../carriers/index.ts';
import type { OrderHeader } from './model.ts';

/** No truck is waited for longer after its cut-off. */
const longestMarginMs = 24 * 3_600_000;

/**
 * The cut-off of the truck that left without an order. An order keeps the end of that truck's margin, at which nothing
 * happened; the timetable knows the hour that people call the truck by. Null: it stopped elsewhere, or nobody can tell
 * which truck it was.
 * @param location the code of the place from which it leaves
 */
export async function missedTruck(
  ctx: Pick<QueryContext, 'scope' | 'workspace'>,
  { nextStop, nextStopAt }: Pick<OrderHeader, 'nextStop' | 'nextStopAt'>,
  location: string | null,
): Promise<Date | null> {
  if (nextStop !== 'unscanned' || nextStopAt === null || location === null) return null;
  const { collections, calendar } = await collectionsOf(ctx, location);
  const found = new Set<number>();
  for (const one of collections) {
    let from = new Date(nextStopAt.getTime() - longestMarginMs);
    for (;;) {
      const coming = nextCollection([one], calendar, from);
      if (!coming || coming.cutOffAt > nextStopAt) break;
      if (coming.lateUntil.getTime() === nextStopAt.getTime()) found.add(coming.cutOffAt.getTime());
      from = new Date(coming.cutOffAt.getTime() + 1);
    }
  }
  const [only] = found;
  return found.size === 1 && only !== undefined ? new Date(only) : null;
}
