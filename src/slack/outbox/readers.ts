import type { Context } from '../../core/runtime/context.ts';
import { isRole } from '../../core/tokens/permission.ts';
import { isDirect, isPerson } from '../../core/tokens/place.ts';
import type { ClaimedMessage } from '../../db/outbox/claim.ts';
import { answer, identify } from '../../features/index.ts';
import type { OutboxParts } from './parts.ts';
import type { Result } from './result.ts';

/**
 * Null: its readers may see it. Stock and money are for the shop's own people, judged as they are now, not when they
 * subscribed. Throws when Slack does not answer.
 */
export async function whyUnseen(
  { audiences }: OutboxParts,
  ctx: Context,
  { kind, place }: ClaimedMessage,
): Promise<Result | null> {
  // An answer was drawn with its recipient's rights.
  if (isDirect(place) || (kind === answer.id && isPerson(place))) return null;
  if (!isPerson(place)) {
    const audience = await audiences.recently(place);
    if (audience.ok) return null;
    return {
      was: 'not for there',
      why: `${audience.there} An admin can choose another channel with \`/ops setup\`.`,
    };
  }
  const reader = await identify.call(ctx, { slackUserId: place });
  if (!reader || (reader.active && reader.roles.some(isRole))) return null;
  return { was: 'in trouble', treatment: { do: 'drop', reason: 'its reader has no rights' }, method: null };
}
