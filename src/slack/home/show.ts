import { createHash } from 'node:crypto';
import type { KnownBlock } from '@slack/types';
import { home } from '../../core/declare/home.ts';
import type { Actor } from '../../core/runtime/actor.ts';
import { holds } from '../../core/runtime/actor.ts';
import { composed } from '../../core/runtime/composed.ts';
import type { Context } from '../../core/runtime/context.ts';
import { noRole } from '../../core/runtime/operation.ts';
import { Refusal } from '../../core/runtime/refusal.ts';
import { systemActor } from '../../core/runtime/system.ts';
import { warnUnlessOutage } from '../../core/runtime/warn.ts';
import {
  closedHome,
  homeBlocks,
  isHomeOpen,
  isNews,
  noteHome,
  openHome,
  takeOpenHomes,
} from '../../features/index.ts';
import { section } from '../../ui/blocks.ts';
import { mrkdwn } from '../../ui/text.ts';
import { resolveActor } from '../app/actor.ts';
import { contextOf } from '../app/request.ts';
import { originOf, type Parts } from '../app/services.ts';

/** Draws a Home that somebody opens, and keeps it up to date while they have it open. */
export async function showHome(parts: Parts, slackUserId: string): Promise<void> {
  await openHome.call(systemContext(parts), { slackUserId });
  await publish(parts, slackUserId, 'always');
}

/** Updates the Home of somebody who acted outside any channel, if it is open. */
export async function followAtHome(parts: Parts, slackUserId: string): Promise<void> {
  if (await isHomeOpen.call(systemContext(parts), { slackUserId }))
    await publish(parts, slackUserId, 'when it changed');
}

/** Updates all open Homes. One that fails does not stop the others. */
export async function refreshHomes(parts: Parts): Promise<void> {
  const ctx = systemContext(parts);
  for (const slackUserId of await takeOpenHomes.call(ctx, {}))
    await publish(parts, slackUserId, 'when it changed').catch((error) =>
      warnUnlessOutage(ctx, error, 'a Home could not be updated', { slackUserId }),
    );
}

async function publish(parts: Parts, slackUserId: string, when: 'always' | 'when it changed'): Promise<void> {
  const ctx = systemContext(parts);
  const { blocks, fingerprint } = await draw(parts, slackUserId);
  const wanted = when === 'always' || (await isNews.call(ctx, { slackUserId, fingerprint }));
  if (!wanted) return;
  await parts.client.views.publish({ user_id: slackUserId, view: { type: 'home', blocks: [...blocks] } });
  await noteHome.call(ctx, { slackUserId, readAt: ctx.now, fingerprint });
}

async function draw(parts: Parts, slackUserId: string) {
  const { ground, directory } = parts;
  const origin = originOf(parts, null);
  let actor: Actor;
  try {
    actor = await resolveActor(ground, origin, slackUserId, directory);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return drawn(closedHome(error.message, error.next), null);
  }
  const ctx = contextOf(ground, origin, actor);
  const sections = await composed(ctx, home, async (section) => await section.draw(ctx), {
    only: ({ permission }) => holds(actor, permission),
  });
  if (sections.length === 0) {
    const { message, next } = await noRole(ctx);
    return drawn(closedHome(message, next), null);
  }
  const shown = sections
    .toSorted((a, b) => a.part.rank - b.part.rank)
    .map((one) => ({
      title: one.part.title,
      blocks: 'read' in one ? one.read : [section(mrkdwn`${one.failed}.`)],
    }));
  return drawn(homeBlocks(shown, { now: ctx.now, timeZone: actor.timeZone }), shown);
}

/** The fingerprint leaves out the moment of reading: a new time alone is not a change. */
function drawn(blocks: readonly KnownBlock[], news: object | null) {
  const fingerprint = createHash('sha256')
    .update(JSON.stringify(news ?? blocks))
    .digest('hex');
  return { blocks, fingerprint };
}

function systemContext(parts: Parts): Context {
  return contextOf(parts.ground, originOf(parts, null), systemActor(parts.workspace, 'the front door'));
}
