import { z } from 'zod';
import { defineForm } from '../../../core/declare/form.ts';
import { scheduleHeartbeats } from '../permissions.ts';

/** Sets up a heartbeat: where, and when in words. */
export const heartbeatForm = defineForm({
  id: 'jobs.heartbeat-form',
  version: 1,
  permission: scheduleHeartbeats,
  carries: z.object({}),
  fields: z.object({
    channel: z.string('Pick a channel.'),
    when: z.string('Say when, such as every weekday 08:30.'),
  }),
});
