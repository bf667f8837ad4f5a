import { Temporal } from 'temporal-polyfill';
import type { QueryContext } from '../../../core/runtime/context.ts';
import type { WorkingCalendar } from '../../../core/time/calendar.ts';
import { dayAt, instantAt } from '../../../core/time/wall-clock.ts';
import { type CollectionsOf, collectionsOf, nextCollection, takenBy } from '../../carriers/index.ts';
import { locations } from '../../locations/index.ts';
import { columnsEnd } from './column-rules.ts';
import type { Bounds } from './model.ts';
import { type Clock, placesToSend } from './store.ts';

/** Until when orders count to which column, at every location with something to send. */
export async function clockOf(ctx: Pick<QueryContext, 'scope' | 'workspace' | 'now'>): Promise<Clock> {
  const { scope, workspace, now } = ctx;
  const places = new Map((await locations(scope)).map((one) => [one.id, one]));
  const asked: Place[] = [];
  for (const id of new Set([...(await placesToSend(scope)), null])) {
    const place = id === null ? undefined : places.get(id);
    const timeZone = place?.timeZone ?? workspace.timeZone;
    const dayEndsAt = instantAt(
      timeZone,
      dayAt(timeZone, now).add({ days: 1 }).toPlainDateTime(Temporal.PlainTime.from('00:00')),
    );
    asked.push({ id, dayEndsAt, trucks: place ? await collectionsOf(ctx, place.code) : null });
  }
  const ownServices = asked.flatMap(({ trucks }) =>
    (trucks?.collections ?? []).flatMap(({ serviceId }) => serviceId ?? []),
  );
  const services = [...new Set(ownServices)];
  return {
    now,
    services,
    bounds: asked.flatMap((place) => boundsOf(place, services, now)),
    currency: workspace.currency,
  };
}

interface Place {
  readonly id: string | null;
  readonly dayEndsAt: Date;
  /** Null: of orders of which nobody has said where they leave. */
  readonly trucks: CollectionsOf | null;
}

/** One for each service that has trucks of its own anywhere, and one for all others. */
function boundsOf(
  { id, dayEndsAt, trucks }: Place,
  services: readonly string[],
  now: Date,
): readonly Bounds[] {
  const { collections = [], calendar = null } = trucks ?? {};
  const next = (of: typeof collections, at: Date) => cutOffFrom(of, calendar, at);
  const cutOffAt = next(collections, now);
  const of = (serviceId: string | null): Bounds => {
    const own = takenBy(collections, { carrierId: null, serviceId });
    const ends = columnsEnd({ now, cutOffAt, dayEndsAt, next: (at) => next(own, at) });
    return { locationId: id, serviceId, cutOffAt, ...ends };
  };
  const others = of(null);
  return [
    others,
    ...services.map((serviceId) =>
      collections.some((one) => one.serviceId === serviceId) ? of(serviceId) : { ...others, serviceId },
    ),
  ];
}

/** The first at or after a moment; null: none comes within 60 days. */
function cutOffFrom(
  collections: CollectionsOf['collections'],
  calendar: WorkingCalendar | null,
  at: Date,
): Date | null {
  return calendar && (nextCollection(collections, calendar, at)?.cutOffAt ?? null);
}
