import { z } from 'zod';
import { defineAction } from '../../../core/tokens/action.ts';
import { departments } from '../../../core/tokens/departments.ts';
import { dayShape, versusShape } from '../days/shapes.ts';

/** A figure as it is asked for. */
export const figureShape = z.object({
  kpi: z.string(),
  from: dayShape,
  to: dayShape,
  by: z.string().nullable(),
  versus: versusShape.nullable(),
});

export type FigureAsked = z.output<typeof figureShape>;

export const showFigure = defineAction({ id: 'kpis.show', version: 1, value: figureShape });

export const showMoved = defineAction({
  id: 'kpis.moved',
  version: 1,
  value: figureShape,
});

export const drawFigure = defineAction({ id: 'kpis.draw', version: 1, value: figureShape });

/** What moved it, as a chart. */
export const drawMoved = defineAction({ id: 'kpis.draw-moved', version: 1, value: figureShape });

export const rowsAsFile = defineAction({ id: 'kpis.rows-file', version: 1, value: figureShape });

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
