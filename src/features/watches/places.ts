import type { Context } from '../../core/runtime/context.ts';
import { demandFooting } from '../../core/runtime/places.ts';
import { Refusal } from '../../core/runtime/refusal.ts';
import { isChannel, isPerson } from '../../core/tokens/place.ts';
import type { Where } from './model.ts';

export function personOf({ actor }: Context) {
  if (actor.kind === 'person') return actor;
  throw new Refusal('invalid', 'A watch posts its card in Slack: ask for it there.');
}

export function placeFor(ctx: Context, where: Where): string {
  if (where === 'directly') return personOf(ctx).slackUserId;
  if (ctx.channel && isChannel(ctx.channel)) return ctx.channel;
  throw new Refusal('invalid', '"here" means a channel; this is not one.', {
    next: 'Leave the word out to get it in your direct messages.',
  });
}

/** Refuses a watch where its card could not be posted. It asks Slack, so call it before the operation. */
export async function demandPlace(ctx: Context, where: Where): Promise<void> {
  const place = placeFor(ctx, where);
  if (isChannel(place)) await demandFooting(ctx.engine.places, place);
}

/** A watch in a person's direct messages is theirs to end; one in a channel anybody's. */
export function demandOwn({ actor }: Context, place: string): void {
  const own = actor.kind === 'person' && actor.slackUserId === place;
  if (isPerson(place) && !own) throw new Refusal('not-allowed', 'That watch belongs to somebody else.');
}

/** The places whose watches the person sees: their direct messages, and where they ask. */
export function placesOf(ctx: Context): readonly string[] {
  return [...(ctx.channel ? [ctx.channel] : []), personOf(ctx).slackUserId];
}
