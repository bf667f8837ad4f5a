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

/** That an edition was corrected, in its thread. Its subject is `<edition>/<day of the business>`: one a day. */
export const correction = defineNotification({
  id: 'digests.correction',
  priority: 'digest',
  shape: 'once',
  late: 'deliver',
  inDoubt: 'hold',
  counted: false,
  facts: z.object({ edition: z.uuid(), day: z.string() }),
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
