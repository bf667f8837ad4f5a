import { z } from 'zod';
import { defineForm } from '../../../core/declare/form.ts';
import { actOnOrders } from '../permissions.ts';
import { acts } from './model.ts';

const carries = z.object({ id: z.uuid(), act: z.enum(acts) });
const fields = {
  reason: z.string('Say why.'),
  note: z.string().max(500, '500 characters at most.').nullable(),
};

/** Hold, release, expedite, cancel: why. */
export const actForm = defineForm({
  id: 'orders.act-form',
  version: 1,
  permission: actOnOrders,
  carries,
  fields: z.object(fields),
});

export const promiseForm = defineForm({
  id: 'orders.promise-form',
  version: 1,
  permission: actOnOrders,
  carries,
  fields: z.object({ on: z.iso.date('Pick the day.'), ...fields }),
});

export const refundForm = defineForm({
  id: 'orders.refund-form',
  version: 1,
  permission: actOnOrders,
  carries,
  fields: z.object({ amount: z.string('Say how much.').max(30, 'That is too long.'), ...fields }),
});

export const reshipForm = defineForm({
  id: 'orders.reship-form',
  version: 1,
  permission: actOnOrders,
  carries,
  fields: z.object({ lines: z.array(z.string()), ...fields }),
});
