import { z } from 'zod';
import { defineAction } from '../../../core/tokens/action.ts';

const disruption = z.object({ id: z.uuid() });

/** Opens the form that declares a strike or a storm. */
export const openDeclare = defineAction({ id: 'shipments.declare', version: 1, value: z.object({}) });
export const endIt = defineAction({ id: 'shipments.end-disruption', version: 1, value: disruption });
