import type { Mentioner } from '../../../core/declare/mention.ts';
import { dayIn } from '../../../core/time/time-zone.ts';
import { seeCarriers } from '../permissions.ts';
import { collectedBy, isCollected } from './mention-store.ts';
import type { Collected } from './model.ts';
import { mentionOf } from './views.ts';

/** Names the collections of a location on its card. */
export const mentioner: Mentioner<readonly Collected[]> = {
  permission: seeCarriers,
  has: isCollected,
  tells: collectedBy,
  draw: ({ now, actor }, collected, { id }) => mentionOf(collected, id, dayIn(actor.timeZone, now)),
};
