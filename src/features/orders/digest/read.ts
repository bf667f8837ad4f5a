import { z } from 'zod';
import { query } from '../../../core/runtime/operation.ts';
import { locations } from '../../locations/index.ts';
import { clockOf } from '../backlog/bounds.ts';
import { isPast, sumOf } from '../backlog/cells.ts';
import type { Cell } from '../backlog/model.ts';
import { cellsOf } from '../backlog/store.ts';
import { readOrders } from '../permissions.ts';
import type { DueAt, DueSoon } from './model.ts';

/** What has to leave today or with the next truck, and what was carried over, by location. */
export const getDue = query({
  name: 'orders.due',
  permission: readOrders,
  input: z.object({}),
  async run(ctx): Promise<DueSoon> {
    const clock = await clockOf(ctx);
    const [cells, places] = await Promise.all([cellsOf(ctx.scope, clock, null), locations(ctx.scope)]);
    const wanted = cells.filter(isSoon);
    const ids = [...new Set(wanted.map(({ locationId }) => locationId))];
    const all = ids.map((id): DueAt => {
      const bound = clock.bounds.find((one) => one.locationId === id && one.serviceId === null);
      const place = places.find((one) => one.id === id);
      return {
        location: place ? { code: place.code, name: place.name, timeZone: place.timeZone } : null,
        cutOffAt: bound?.cutOffAt ?? null,
        cells: wanted.filter(({ locationId }) => locationId === id),
      };
    });
    const size = ({ cells }: DueAt) => sumOf(cells).count;
    return { places: all.toSorted((a, b) => size(b) - size(a)) };
  },
});

function isSoon({ due, held }: Cell): boolean {
  return !held && (due === 'next cut-off' || due === 'today' || isPast(due));
}
