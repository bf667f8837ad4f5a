import { z } from 'zod';
import { defineForm } from '../../../core/declare/form.ts';
import { correctShipments, updateShipments } from '../permissions.ts';
import { reasons } from '../status/model.ts';
import { happenings, maxCity, maxNote } from './model.ts';

const shipment = z.object({ id: z.uuid() });

export const updateForm = defineForm({
  id: 'shipments.update-form',
  version: 1,
  permission: updateShipments,
  carries: shipment,
  fields: z.object({
    status: z.enum(happenings).nullable(),
    at: z.date().nullable(),
    city: z.string().max(maxCity, `${maxCity} characters at most.`).nullable(),
    reason: z.enum(reasons).nullable(),
    estimate: z.iso.date('Pick the day.').nullable(),
    note: z.string().max(maxNote, `${maxNote} characters at most.`).nullable(),
  }),
});

export const liftForm = defineForm({
  id: 'shipments.lift-form',
  version: 1,
  permission: correctShipments,
  carries: shipment,
  fields: z.object({ why: z.string('Say how you know.').max(maxNote, `${maxNote} characters at most.`) }),
});
