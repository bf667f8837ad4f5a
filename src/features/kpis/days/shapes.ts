import { z } from 'zod';

/** A day of the calendar, also the first and the last that there are. */
export const dayShape = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
