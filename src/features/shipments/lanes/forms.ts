import { z } from 'zod';
import { defineForm } from '../../../core/declare/form.ts';
import { disruptionKinds } from '../disrupted/names.ts';
import { declareDisruptions } from '../permissions.ts';

const name = z.string().max(60, '60 characters at most.').nullable();

export const declareForm = defineForm({
  id: 'shipments.declare-form',
  version: 1,
  permission: declareDisruptions,
  carries: z.object({}),
  fields: z.object({
    kind: z.enum(disruptionKinds, 'Say what it is.'),
    carrier: name,
    origin: name,
    destination: name,
    fromAt: z.date().nullable(),
    untilAt: z.date().nullable(),
  }),
});
