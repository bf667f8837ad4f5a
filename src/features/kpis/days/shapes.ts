import { z } from 'zod';

/** A day of the calendar, also the first and the last that there are. */
export const dayShape = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** What a figure is held against. */
export const versusShape = z.enum(['previous', 'last week', 'last month', 'last year']);

export type Versus = z.output<typeof versusShape>;
