import { z } from 'zod';
import { toldOnce } from '../../cases/notifications.ts';
import { defineNotification } from '../../core/tokens/notification.ts';
import { roles } from '../../core/tokens/permission.ts';

/** Tells somebody that their rights have changed. */
export const roleTold = defineNotification({
  id: 'people.role-told',
  ...toldOnce,
  facts: z.object({ by: z.string(), role: z.enum(roles), verb: z.enum(['granted', 'revoked']) }),
});
