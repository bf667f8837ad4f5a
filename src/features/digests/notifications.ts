import { z } from 'zod';
import { defineNotification } from '../../core/tokens/notification.ts';

/** An edition of a digest, edited when late data corrects it. Its subject is `<edition>/<post>`. */
export const posted = defineNotification({
  id: 'digests.edition',
  priority: 'digest',
  shape: 'living',
  late: 'deliver',
  // Twice in a channel is worse than a line to its owner.
  inDoubt: 'hold',
  counted: false,
  facts: z.object({ edition: z.uuid(), post: z.int() }),
});

/** What an edition has no room for, in its thread. */
export const rest = defineNotification({
  id: 'digests.rest',
  priority: 'digest',
  shape: 'once',
  late: 'deliver',
  inDoubt: 'hold',
  counted: false,
  facts: z.object({ edition: z.uuid(), post: z.int() }),
});
