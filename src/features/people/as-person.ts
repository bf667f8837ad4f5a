import type { PersonActor } from '../../core/runtime/actor.ts';
import type { Context } from '../../core/runtime/context.ts';
import { Refusal } from '../../core/runtime/refusal.ts';
import { asSystem } from '../../core/runtime/system.ts';
import { isRole } from '../../core/tokens/permission.ts';
import { identify } from './identify.ts';

/**
 * The same context as the person behind a Slack account, with the rights they have now: for what they asked for and that
 * is done later. Throws a `Refusal` for somebody who has left.
 */
export async function asPerson(
  ctx: Context,
  slackUserId: string,
): Promise<Context & { readonly actor: PersonActor }> {
  const member = await identify.call(asSystem(ctx, 'background work'), { slackUserId });
  if (!member?.active)
    throw new Refusal('not-allowed', 'This account is deactivated in Slack and may do nothing here.');
  const { personId: id, name, slackAdmin, roles, departments, timeZone } = member;
  return {
    ...ctx,
    actor: {
      kind: 'person',
      id,
      name,
      slackUserId,
      slackAdmin,
      roles: roles.filter(isRole),
      departments,
      timeZone,
    },
  };
}
