import { z } from 'zod';
import { defineAction } from '../../../core/tokens/action.ts';
import { departments } from '../../../core/tokens/departments.ts';
import { figureAction } from './asked.ts';

export const showFigure = figureAction('kpis.show');
export const showMoved = figureAction('kpis.moved');
export const drawFigure = figureAction('kpis.draw');
/** What moved it, as a chart. */
export const drawMoved = figureAction('kpis.draw-moved');
export const rowsAsFile = figureAction('kpis.rows-file');
/** Posts the figure for everybody in the channel. */
export const shareFigure = figureAction('kpis.share');

/** The rows behind a figure in Slack, after so many. */
export const listRows = defineAction({
  id: 'kpis.list-rows',
  version: 1,
  value: z.object({ f: z.string(), skip: z.int().min(0) }),
});

/** The card of what a row is about. */
export const openRow = defineAction({
  id: 'kpis.open-row',
  version: 1,
  value: z.object({ what: z.string().max(20), ref: z.uuid() }),
});

/** Draws a shared figure again, for everybody; `by`: who shared it. */
export const refreshFigure = defineAction({
  id: 'kpis.refresh-shared',
  version: 1,
  value: z.object({ f: z.string(), by: z.string().max(20).nullable() }),
});

export const overviewAction = defineAction({
  id: 'kpis.overview',
  version: 1,
  value: z.object({ department: z.enum(departments) }),
});

export const rebuildAction = defineAction({
  id: 'kpis.rebuild',
  version: 1,
  value: z.object({ family: z.string() }),
});

/** All, or those of a department. */
const listShape = z.object({
  department: z.enum(departments).optional(),
  page: z.number().int().min(0).optional(),
});

export type ListAsked = z.output<typeof listShape>;

export const listKpis = defineAction({ id: 'kpis.list', version: 1, value: listShape });

export const openTarget = defineAction({
  id: 'kpis.target',
  version: 1,
  value: z.object({ kpi: z.string() }),
});
