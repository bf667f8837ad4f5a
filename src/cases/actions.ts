import { z } from 'zod';

/** Where a button was pressed: on the living card, which follows by itself, or in an answer that only one person sees. */
export const pressedOn = z.enum(['card', 'own']);
export type PressedOn = z.output<typeof pressedOn>;

/** A button of one case. */
export const pressedCase = z.object({ id: z.uuid(), on: pressedOn });
export type PressedCase = z.output<typeof pressedCase>;
