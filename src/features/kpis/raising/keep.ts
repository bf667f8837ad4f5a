import { z } from 'zod';
import { kpis } from '../../../core/declare/kpi.ts';
import { mutation, query } from '../../../core/runtime/operation.ts';
import { raiseIssues } from '../../issues/index.ts';
import { namedCut } from '../figure/names.ts';
import { figureShape } from '../figure/shapes.ts';
import { readKpis } from '../permissions.ts';
import { figuresWith, insertFigure, type KeptFigure } from './store.ts';

/** Keeps which figure an issue is about; the same one once. Answers its id. */
export const keepFigure = mutation({
  name: 'kpis.keep-figure',
  permission: raiseIssues,
  input: figureShape.pick({ kpi: true, from: true, to: true, cut: true }),
  async run({ tx, ids, now }, { cut = null, ...asked }) {
    const fresh = ids.uuid(now);
    const id = await insertFigure(tx, fresh, { ...asked, cut }, now);
    return {
      result: id,
      changes:
        id === fresh ? [{ subject: { kind: 'figure', id }, before: null, after: { ...asked, cut } }] : [],
    };
  },
});

/** These figures; those whose KPI is gone are absent. */
export const getKept = query({
  name: 'kpis.kept-figures',
  permission: readKpis,
  input: z.object({ ids: z.array(z.uuid()) }),
  async run(ctx, { ids }): Promise<readonly (KeptFigure & { readonly id: string })[]> {
    const known = new Map(ctx.engine.contributions.of(kpis).map((kpi) => [kpi.key, kpi]));
    const found = await figuresWith(ctx.scope, ids);
    return await Promise.all(
      found.flatMap((one) => {
        const kpi = known.get(one.kpi);
        return kpi ? [namedCut(ctx, kpi, one.cut).then((cut) => ({ ...one, cut }))] : [];
      }),
    );
  },
});
