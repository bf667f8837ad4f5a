import type { Finder } from '../../../core/declare/finder.ts';
import { nameOfFigure } from '../card/menu-views.ts';
import { figureForReader } from '../card/read.ts';
import { daysWords, valueWords } from '../card/words.ts';
import { getFigure, kpiByKey } from '../figure/read.ts';
import { readKpis } from '../permissions.ts';
import { getKept } from './keep.ts';

/** For the cards of issues about a figure. Nobody searches them. */
export const figureFinder: Finder = {
  kind: 'Figure',
  searches: 'nothing by text',
  permission: readKpis,
  find: async () => [],
  async title(ctx, id) {
    const [kept] = await getKept.call(ctx, { ids: [id] });
    if (!kept) return null;
    return `${nameOfFigure({ kpi: kpiByKey(ctx, kept.kpi), cut: kept.cut })}, ${daysWords(kept, ctx.now)}`;
  },
  async stands(ctx, ids) {
    const all = await getKept.call(ctx, { ids: [...ids] });
    const stands = await Promise.all(
      all.map(async ({ id, ...kept }) => {
        const { figure } = await getFigure.call(ctx, { ...kept, by: null, versus: null });
        return [id, valueWords(figure.kpi, figure) ?? 'no data'] as const;
      }),
    );
    return new Map(stands);
  },
  async show(ctx, id) {
    const [kept] = await getKept.call(ctx, { ids: [id] });
    return kept ? await figureForReader(ctx, { ...kept, by: null, versus: null }) : null;
  },
};
