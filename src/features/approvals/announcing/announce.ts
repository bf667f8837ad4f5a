import { after } from '../../../core/declare/follow.ts';
import type { MutationContext } from '../../../core/runtime/context.ts';
import type { Effects } from '../../../core/runtime/effects.ts';
import type { Operation } from '../../../core/runtime/operation.ts';
import type { Role } from '../../../core/tokens/permission.ts';
import { channelFor } from '../../people/index.ts';
import { votersNow } from '../electorate/voters.ts';
import { moveRule, removeRule, saveRest, saveRule } from '../policy/change.ts';
import type { Saved } from '../policy/save-version.ts';
import { policyTold } from './notifications.ts';

/** Those whom rules name by their role, unless their author says otherwise. */
const decide: readonly Role[] = ['lead', 'manager', 'admin'];

/** Whoever decides hears of a new version where requests are shown; where no channel is chosen, directly. */
async function announce(ctx: MutationContext, { version, changed }: Saved): Promise<Effects> {
  if (!changed) return { changes: [] };
  const { actor } = ctx;
  const channel = await channelFor(ctx.tx, 'approvals');
  const others = (await votersNow(ctx)).filter(
    ({ id, roles }) =>
      roles.some((role) => decide.includes(role as Role)) && (actor.kind !== 'person' || id !== actor.id),
  );
  const places = channel ? [channel] : others.map(({ slackUserId }) => slackUserId);
  return {
    changes: [],
    notifications: places.map((place) => policyTold.about(ctx.ids.uuid(ctx.now), place, { version })),
  };
}

const announced = <Input>(name: string, operation: Operation<Input, Saved>) =>
  after(operation, { name: `approvals.announce-${name}`, follow: announce });

export const announcements = [
  announced('saved', saveRule),
  announced('moved', moveRule),
  announced('removed', removeRule),
  announced('rest', saveRest),
];
