import { z } from 'zod';
import { query } from '../../../core/runtime/operation.ts';
import { dayIn } from '../../../core/time/time-zone.ts';
import { namedCut } from '../figure/names.ts';
import { figureOf } from '../figure/read.ts';
import { figureShape } from '../figure/shapes.ts';
import { readKpis } from '../permissions.ts';
import { rowsWanted, withNames } from './list.ts';
import type { ShownRows } from './model.ts';
import { worstRows } from './store.ts';

const onPage = 10;

/** A page of the rows behind a figure, those that count against it first. Null: all days have none. */
export const showRows = query({
  name: 'kpis.show-rows',
  permission: readKpis,
  input: figureShape.pick({ kpi: true, from: true, to: true, cut: true }).extend({ skip: z.int().min(0) }),
  async run(ctx, { skip, cut = null, ...asked }): Promise<ShownRows | null> {
    const wanted = await rowsWanted(ctx, { ...asked, cut });
    if (wanted === null) return null;
    const named = { ...wanted, cut: await namedCut(ctx, wanted.kpi, wanted.cut) };
    const found = await worstRows(ctx.scope, wanted, { skip, most: onPage + 1 });
    return {
      figure: await figureOf(ctx, named),
      rows: await withNames(ctx, wanted, found.slice(0, onPage)),
      skip,
      isMore: found.length > onPage,
      today: dayIn(ctx.workspace.timeZone, ctx.now),
    };
  },
});
