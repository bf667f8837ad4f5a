import { type Actor, holds } from '../../../core/runtime/actor.ts';
import type { Context } from '../../../core/runtime/context.ts';
import type { Scope } from '../../../core/runtime/database.ts';
import { Refusal } from '../../../core/runtime/refusal.ts';
import { isPerson } from '../../../core/tokens/place.ts';
import { keepDigests } from '../permissions.ts';
import type { Digest } from './model.ts';
import { findDigest } from './store.ts';

/** Whether somebody sees that a digest exists: those of channels everybody, those of persons they themselves. */
export function maySee(actor: Actor, { schedule: { place } }: Digest): boolean {
  return !isPerson(place) || actor.kind === 'system' || isOwn(actor, place);
}

/** Whether somebody may change a digest: their own, or with the right those of channels. */
export function mayKeep(actor: Actor, { schedule: { place } }: Digest): boolean {
  return isPerson(place) ? isOwn(actor, place) : holds(actor, keepDigests);
}

function isOwn(actor: Actor, place: string): boolean {
  return actor.kind === 'person' && actor.slackUserId === place;
}

/** A digest that this person may see. */
export async function demandDigest({ actor }: Context, scope: Scope, id: string): Promise<Digest> {
  const digest = await findDigest(scope, id);
  if (digest && maySee(actor, digest)) return digest;
  throw new Refusal('not-found', 'That digest was deleted.', { next: '`/digest` lists what there is.' });
}

/** A digest that this person may change. */
export async function demandKept(ctx: Context, scope: Scope, id: string): Promise<Digest> {
  const digest = await demandDigest(ctx, scope, id);
  await demandKeeper(ctx, scope, digest.schedule.place);
  return digest;
}

/** Refuses whoever may not keep digests at a place, and names who may. */
export async function demandKeeper(ctx: Context, scope: Scope, place: string): Promise<void> {
  if (isPerson(place) ? isOwn(ctx.actor, place) : holds(ctx.actor, keepDigests)) return;
  if (isPerson(place))
    throw new Refusal('not-allowed', 'A digest by direct message belongs to whoever reads it.', {
      next: 'Each of you sets up their own: `/digest new`.',
    });
  const people = await ctx.engine.whoMay(scope, keepDigests);
  throw new Refusal('not-allowed', `You may not ${keepDigests.to}.`, {
    next: people.length > 0 ? `Ask ${people.join(' or ')} to do it.` : 'Ask an admin.',
  });
}
