import type { MutationContext, QueryContext } from '../../../core/runtime/context.ts';
import { rolesHolding } from '../../../core/tokens/permission.ts';
import { colleagues } from '../../people/index.ts';
import { delegatesOf } from '../delegation/authorities.ts';
import { breakGlass } from '../permissions.ts';
import { votersAmong } from '../policy/staffing.ts';
import type { Approval } from '../request/model.ts';
import { eligibleNow, neededAt } from './eligibility.ts';

/** A mention of more would be a mention of nobody. */
const mostAsked = 10;

/** Those who may decide at all, as the database knows them now. */
export async function votersNow(ctx: QueryContext) {
  return votersAmong(await colleagues(ctx.scope));
}

/** Those who may decide alone in an emergency. */
export async function overridersNow(ctx: QueryContext) {
  const enough: readonly string[] = rolesHolding(breakGlass);
  return (await colleagues(ctx.scope)).filter(({ roles }) => roles.some((role) => enough.includes(role)));
}

/** The Slack users who are to be asked at the present stage, with those who may act for them. */
export async function toAsk(
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
  const unheard = voters.filter(
    ({ id }) =>
      delegates.includes(id) &&
      id !== approval.requester.id &&
      !approval.votes.some(({ person }) => person.id === id) &&
      neededAt(approval, voters, id) === null,
  );
  return [...asked, ...unheard].map(({ slackUserId }) => slackUserId);
}
