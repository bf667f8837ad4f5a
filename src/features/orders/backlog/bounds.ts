import { Temporal } from 'temporal-polyfill';
import type { QueryContext } from '../../../core/runtime/context.ts';
import { dayAt, instantAt } from '../../../core/time/wall-clock.ts';
import { collectionsOf, nextCollection } from '../../carriers/index.ts';
import { locations } from '../../locations/index.ts';
import type { Bounds } from './model.ts';
import { type Clock, placesToSend } from './store.ts';

/** Until when orders count to which column, at every location with something to send. */
export async function clockOf(ctx: Pick<QueryContext, 'scope' | 'workspace' | 'now'>): Promise<Clock> {
  const { scope, workspace, now } = ctx;
  const places = new Map((await locations(scope)).map((one) => [one.id, one]));
  const bounds: Bounds[] = [];
  for (const id of new Set([...(await placesToSend(scope)), null])) {
    const place = id === null ? undefined : places.get(id);
    const timeZone = place?.timeZone ?? workspace.timeZone;
    const dayEndsAt = instantAt(
      timeZone,
      dayAt(timeZone, now).add({ days: 1 }).toPlainDateTime(Temporal.PlainTime.from('00:00')),
    );
    bounds.push({ locationId: id, cutOffAt: place ? await nextCutOff(ctx, place.code) : null, dayEndsAt });
  }
  return { now, bounds, currency: workspace.currency };
}

/** The first at or after now, of any carrier. */
async function nextCutOff(
  ctx: Pick<QueryContext, 'scope' | 'workspace' | 'now'>,
  location: string,
): Promise<Date | null> {
  const { collections, calendar } = await collectionsOf(ctx, location);
  return nextCollection(collections, calendar, ctx.now)?.cutOffAt ?? null;
}
