import type { MutationContext } from '../../../core/runtime/context.ts';
import type { Measure } from '../../../core/tokens/approval.ts';
import { colleagues } from '../../people/index.ts';
import { policyInForce, policyThatShips } from '../policy/in-force.ts';
import { isAutomatic, type MatchedRule, matchRule } from '../policy/match.ts';
import type { Policy } from '../policy/model.ts';
import { findVersion } from '../policy/store.ts';
import type { Approval } from '../request/model.ts';
import { type DayTotal, totalSince } from './day-total-store.ts';

const dayMs = 24 * 60 * 60_000;

/**
 * Who has to say yes by the policy in force, and its version; the day's total is held, so that two at once are added
 * up. `needsNoYes`: why the kind itself asks nobody.
 */
export async function matchPolicy(
  ctx: MutationContext,
  tally: DayTotal,
  measure: Measure,
  needsNoYes: string | null,
): Promise<{ readonly version: number; readonly chosen: MatchedRule }> {
  const { version, policy } = await policyInForce(ctx);
  if (needsNoYes !== null) return { version, chosen: { rule: needsNoYes, stages: [], breakGlass: false } };
  const chosen = await matchBy(ctx, policy, tally, measure, { at: ctx.now, number: null });
  return { version, chosen };
}

/**
 * The same by the policy as it was when it was asked: what it measures may have grown beyond the rule that matched.
 * Null: it would need nobody's yes by now.
 */
export async function rematchPolicy(
  ctx: MutationContext,
  approval: Pick<Approval, 'number' | 'kind' | 'subject' | 'requester' | 'requestedAt' | 'policyVersion'>,
  measure: Measure,
): Promise<MatchedRule | null> {
  const { number, kind, subject, requester, requestedAt, policyVersion } = approval;
  const tally = { requesterId: requester.id, kind, subject };
  const policy =
    (await findVersion(ctx.tx, policyVersion)) ??
    policyThatShips(ctx.engine.contributions, ctx.workspace.currency);
  const chosen = await matchBy(ctx, policy, tally, measure, { at: requestedAt, number });
  return isAutomatic(chosen) ? null : chosen;
}

async function matchBy(
  ctx: MutationContext,
  policy: Policy,
  tally: DayTotal,
  measure: Measure,
  /** Number: null while it has none, since it is being asked. */
  asked: { readonly at: Date; readonly number: number | null },
): Promise<MatchedRule> {
  const people = await colleagues(ctx.tx);
  return matchRule(policy, {
    kind: tally.kind,
    measure,
    before: await totalSince(ctx.tx, tally, {
      since: new Date(asked.at.getTime() - dayMs),
      before: asked.number,
    }),
    requesterRoles: people.find(({ id }) => id === tally.requesterId)?.roles ?? [],
  });
}
