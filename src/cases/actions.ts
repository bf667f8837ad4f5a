import { z } from 'zod';

/** Where the button stands: on the living card, which updates itself, or in a private answer. */
export const pressedOn = z.enum(['card', 'own']);
export type PressedOn = z.output<typeof pressedOn>;

/** A button about one case. */
export const pressedCase = z.object({ id: z.uuid(), on: pressedOn });
export type PressedCase = z.output<typeof pressedCase>;
