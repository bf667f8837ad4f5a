import { readerOf } from '../../../cases/reader.ts';
import type { Finder } from '../../../core/declare/finder.ts';
import { holds } from '../../../core/runtime/actor.ts';
import { Refusal } from '../../../core/runtime/refusal.ts';
import { raiseIssues } from '../../issues/index.ts';
import { aimsFor } from '../card/aims-of.ts';
import { readLine } from '../card/asked.ts';
import { figureMessage } from '../card/views.ts';
import { daysWords, figureName, valueWords } from '../card/words.ts';
import { getFigure, kpiByKey } from '../figure/read.ts';
import { readKpis, setTargets } from '../permissions.ts';
import { getKept, keepFigure } from './keep.ts';
import { issueWords } from './words.ts';

/** For the cards of issues about a figure. Nobody searches them. */
export const figureFinder: Finder = {
  kind: 'Figure',
  searches: 'nothing by text',
  permission: readKpis,
  find: async () => [],
  async title(ctx, id) {
    const [kept] = await getKept.call(ctx, { ids: [id] });
    if (!kept) return null;
    return `${figureName({ kpi: kpiByKey(ctx, kept.kpi), cut: kept.cut })}, ${daysWords(kept, ctx.now)}`;
  },
  async keep(ctx, named) {
    const asked = readLine(named);
    if (!asked)
      throw new Refusal('invalid', 'That button is of another release.', {
        next: 'Ask for the figure again.',
      });
    const { kpi, from, to, cut } = asked;
    return await keepFigure.call(ctx, { kpi, from, to, cut });
  },
  async draft(ctx, id) {
    const [kept] = await getKept.call(ctx, { ids: [id] });
    if (!kept) throw new Refusal('not-found', 'That KPI is not known here any more.');
    const answer = await getFigure.call(ctx, { ...kept, by: null, versus: null });
    return { ...issueWords(answer, await aimsFor(ctx, answer), readerOf(ctx)), kind: 'kpi' };
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
    if (!kept) return null;
    const answer = await getFigure.call(ctx, { ...kept, by: null, versus: null });
    const [mayTarget, mayRaise] = [holds(ctx.actor, setTargets), holds(ctx.actor, raiseIssues)];
    return figureMessage(answer, await aimsFor(ctx, answer), readerOf(ctx), mayTarget, mayRaise);
  },
};
