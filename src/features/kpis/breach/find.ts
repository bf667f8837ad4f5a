import { readerOf } from '../../../cases/reader.ts';
import type { Finder } from '../../../core/declare/finder.ts';
import { holds } from '../../../core/runtime/actor.ts';
import { figureMessage } from '../card/views.ts';
import { getFigure } from '../figure/read.ts';
import { readKpis, setTargets } from '../permissions.ts';
import { getAims } from '../targets/get.ts';
import { getBreaches } from './get.ts';
import { breachName, breachStands } from './words.ts';

/** For the cards of their issues: the figure in the days that it was judged over. Nobody searches them. */
export const breachFinder: Finder = {
  kind: 'KPI',
  searches: 'nothing by text',
  permission: readKpis,
  find: async () => [],
  async title(ctx, id) {
    const [found] = await getBreaches.call(ctx, { ids: [id] });
    return found ? breachName(found.kpi, found.breach.cut) : null;
  },
  async stands(ctx, ids) {
    const all = await getBreaches.call(ctx, { ids: [...ids] });
    return new Map(all.map(({ kpi, breach }) => [breach.id, breachStands(kpi, breach)]));
  },
  async show(ctx, id) {
    const [found] = await getBreaches.call(ctx, { ids: [id] });
    if (!found) return null;
    const { kpi, cut, days } = found.breach;
    const by = cut?.dimension ?? null;
    const figure = await getFigure.call(ctx, { kpi, ...days, by, versus: null });
    const aims = await getAims.call(ctx, { kpi, ...days, by });
    return figureMessage(figure, aims, readerOf(ctx), holds(ctx.actor, setTargets));
  },
};
