import type { MutationContext } from '../../../core/runtime/context.ts';
import type { Measure } from '../../../core/tokens/approval.ts';
import { colleagues } from '../../people/index.ts';
import { policyInForce, policyThatShips } from '../policy/in-force.ts';
import { isAutomatic, type MatchedRule, matchRule } from '../policy/match.ts';
import type { Policy } from '../policy/model.ts';
import { findVersion } from '../policy/store.ts';
import type { Approval } from '../request/model.ts';
import { type DayTotalKey, totalSince } from './day-total-store.ts';

const dayMs = 24 * 60 * 60_000;

/**
 * The rule of the policy in force that decides a request, and the policy's version. The day's total has to be held.
 * `needsNoYes`: why nobody is asked, whatever the policy says. `undoOf`: the request that it undoes.
 */
export async function matchPolicy(
  ctx: MutationContext,
  tally: DayTotalKey,
  measure: Measure,
  { needsNoYes, undoOf }: { readonly needsNoYes: string | null; readonly undoOf: string | null },
): Promise<{ readonly version: number; readonly chosen: MatchedRule }> {
  const { version, policy } = await policyInForce(ctx);
  if (needsNoYes !== null) return { version, chosen: { rule: needsNoYes, stages: [], breakGlass: false } };
  const chosen = await matchBy(ctx, policy, tally, measure, { at: ctx.now, number: null, undoOf });
  return { version, chosen };
}

/**
 * The rule that decides a request now, by the policy version that it was made under: its measures may have outgrown the
 * rule that matched then. Null: by now it needs nobody's yes.
 */
export async function rematchPolicy(
  ctx: MutationContext,
  approval: Pick<Approval, 'number' | 'kind' | 'requester' | 'requestedAt' | 'policyVersion' | 'undoOfId'>,
  measure: Measure,
): Promise<MatchedRule | null> {
  const { number, kind, requester, requestedAt, policyVersion, undoOfId } = approval;
  const tally = { requesterId: requester.id, kind, totalBy: measure.totalBy ?? measure.subject };
  const policy =
    (await findVersion(ctx.tx, policyVersion)) ??
    policyThatShips(ctx.engine.contributions, ctx.workspace.currency);
  const chosen = await matchBy(ctx, policy, tally, measure, { at: requestedAt, number, undoOf: undoOfId });
  return isAutomatic(chosen) ? null : chosen;
}

async function matchBy(
  ctx: MutationContext,
  policy: Policy,
  tally: DayTotalKey,
  measure: Measure,
  /** `number`: null for a new request, which has none yet. */
  asked: { readonly at: Date; readonly number: number | null; readonly undoOf: string | null },
): Promise<MatchedRule> {
  const people = await colleagues(ctx.tx);
  return matchRule(policy, {
    kind: tally.kind,
    measure,
    before: await totalSince(ctx.tx, tally, {
      since: new Date(asked.at.getTime() - dayMs),
      before: asked.number,
      without: asked.undoOf,
    }),
    requesterRoles: people.find(({ id }) => id === tally.requesterId)?.roles ?? [],
  });
}
