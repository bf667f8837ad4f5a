import type { Measure } from '../../core/approval.ts';
import type { MutationContext } from '../../core/context.ts';
import { colleagues } from '../people/directory.ts';
import { type Chosen, chooseRule, isAutomatic } from './choose-rules.ts';
import { defaultPolicy } from './default-rules.ts';
import { findVersion } from './frozen-store.ts';
import type { Policy } from './policy-rules.ts';
import { findPolicy } from './policy-store.ts';
import type { Approval } from './rules.ts';
import { type Tally, totalWithin } from './tally-store.ts';

const dayMs = 24 * 60 * 60_000;

/** Who has to say yes by the policy in force, and its version; the tally is held, so that two at once are added up. */
export async function chooseFor(
  ctx: MutationContext,
  tally: Tally,
  measure: Measure,
): Promise<{ readonly version: number; readonly chosen: Chosen }> {
  const inForce = await findPolicy(ctx.tx);
  const chosen = await chooseBy(ctx, inForce?.policy ?? null, tally, measure, ctx.now);
  return { version: inForce?.version ?? 0, chosen };
}

/**
 * The same by the policy as it was when it was asked: what it measures may have grown beyond the rule that matched.
 * Null: it would need nobody's yes by now.
 */
export async function chooseAgain(
  ctx: MutationContext,
  approval: Pick<Approval, 'id' | 'kind' | 'subject' | 'requester' | 'requestedAt' | 'policyVersion'>,
  measure: Measure,
): Promise<Chosen | null> {
  const { id, kind, subject, requester, requestedAt, policyVersion } = approval;
  const tally = { requesterId: requester.id, kind, subject, but: id };
  const policy = await findVersion(ctx.tx, policyVersion);
  const chosen = await chooseBy(ctx, policy, tally, measure, requestedAt);
  return isAutomatic(chosen) ? null : chosen;
}

async function chooseBy(
  ctx: MutationContext,
  policy: Policy | null,
  tally: Tally & { readonly but?: string },
  measure: Measure,
  until: Date,
): Promise<Chosen> {
  const people = await colleagues(ctx.tx);
  return chooseRule(policy ?? defaultPolicy(ctx.workspace.currency), {
    kind: tally.kind,
    measure,
    before: await totalWithin(ctx.tx, tally, { since: new Date(until.getTime() - dayMs), until }),
    requesterRoles: people.find(({ id }) => id === tally.requesterId)?.roles ?? [],
  });
}
