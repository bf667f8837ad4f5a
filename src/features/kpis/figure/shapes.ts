import { z } from 'zod';
import { dayShape, versusShape } from '../days/shapes.ts';

/** A figure as it is asked for. */
export const figureShape = z.object({
  kpi: z.string(),
  from: dayShape,
  to: dayShape,
  by: z.string().nullable(),
  versus: versusShape.nullable(),
  /** Of one part alone: the value of a dimension; absent: of all. */
  cut: z.object({ dimension: z.string(), value: z.string() }).nullish(),
});

export type FigureAsked = z.output<typeof figureShape>;
