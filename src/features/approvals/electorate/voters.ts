import type { MutationContext, QueryContext } from '../../../core/runtime/context.ts';
import { rolesHolding } from '../../../core/tokens/permission.ts';
import { colleagues } from '../../people/index.ts';
import { delegatesOf, delegationsAmong } from '../delegation/in-force.ts';
import { breakGlass } from '../permissions.ts';
import { votersAmong } from '../policy/staffing.ts';
import type { Approval } from '../request/model.ts';
import { eligibleNow, neededAt } from './eligibility.ts';

/** Where more people are asked, nobody feels asked. */
const mostAsked = 10;

/** Everybody who may decide requests, read anew. */
export async function votersNow(ctx: QueryContext) {
  return votersAmong(await colleagues(ctx.scope));
}

/** Everybody who is here, and who decides for whom now. */
export async function crowdNow(ctx: QueryContext) {
  const people = await colleagues(ctx.scope);
  const ids = people.map(({ id }) => id);
  return { people, delegations: await delegationsAmong(ctx.scope, ids, ctx.now) };
}

/** Everybody whose role allows overrides, read anew. */
export async function overridersNow(ctx: QueryContext) {
  const enough: readonly string[] = rolesHolding(breakGlass);
  return (await colleagues(ctx.scope)).filter(({ roles }) => roles.some((role) => enough.includes(role)));
}

/** The Slack users to ask at the present stage, delegates included. */
export async function usersToAsk(
  ctx: MutationContext,
  approval: Pick<Approval, 'policy' | 'stage' | 'votes' | 'requester'>,
): Promise<readonly string[]> {
  const voters = await votersNow(ctx);
  const asked = eligibleNow(approval, voters).slice(0, mostAsked);
  const delegates = await delegatesOf(
    ctx.tx,
    asked.map(({ id }) => id),
    ctx.now,
  );
  const otherDelegates = voters.filter(
    ({ id }) =>
      delegates.includes(id) &&
      id !== approval.requester.id &&
      !approval.votes.some(({ person }) => person.id === id) &&
      neededAt(approval, voters, id) === null,
  );
  return [...asked, ...otherDelegates].map(({ slackUserId }) => slackUserId);
}
