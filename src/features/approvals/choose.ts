import type { Measure } from '../../core/approval.ts';
import type { MutationContext } from '../../core/context.ts';
import { colleagues } from '../people/directory.ts';
import { type Chosen, chooseRule } from './choose-rules.ts';
import { defaultPolicy } from './default-rules.ts';
import { findPolicy } from './policy-store.ts';
import { type Tally, totalSince } from './tally-store.ts';

const dayMs = 24 * 60 * 60_000;

/** Who has to say yes by the policy in force, and its version; the tally is held, so that two at once are added up. */
export async function chooseFor(
  ctx: MutationContext,
  tally: Tally,
  measure: Measure,
): Promise<{ readonly version: number; readonly chosen: Chosen }> {
  const inForce = await findPolicy(ctx.tx);
  const people = await colleagues(ctx.tx);
  const chosen = chooseRule(inForce?.policy ?? defaultPolicy(ctx.workspace.currency), {
    kind: tally.kind,
    measure,
    before: await totalSince(ctx.tx, tally, new Date(ctx.now.getTime() - dayMs)),
    requesterRoles: people.find(({ id }) => id === tally.requesterId)?.roles ?? [],
  });
  return { version: inForce?.version ?? 0, chosen };
}
