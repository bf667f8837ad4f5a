import { z } from 'zod';
import { defineAction } from '../../../core/tokens/action.ts';

/** Opens the form that sets the channel of each purpose. */
export const openChannels = defineAction({ id: 'people.open-channels', version: 1, value: z.object({}) });
