import { approvals } from '../../../core/declare/approval.ts';
import { holds } from '../../../core/runtime/actor.ts';
import type { QueryContext } from '../../../core/runtime/context.ts';
import type { Scope } from '../../../core/runtime/database.ts';
import { locations, suppliers } from '../../locations/index.ts';
import { colleagues } from '../../people/index.ts';
import { changePolicy } from '../permissions.ts';
import { defaultPolicy, shippedKinds } from './defaults.ts';
import type { Policy } from './model.ts';
import type { Kind, PolicySeen } from './seen.ts';
import { findPolicy, listVersions } from './store.ts';
import { faultsOf, type Known } from './validation.ts';

/** The policy in force; version 0 is the one that ships. */
export async function policyInForce(
  scope: Scope,
  currency: string,
): Promise<{ readonly version: number; readonly policy: Policy }> {
  return (await findPolicy(scope)) ?? { version: 0, policy: defaultPolicy(currency) };
}

/** The policy with all that is needed to read and to judge it. */
export async function seenPolicy(ctx: QueryContext): Promise<PolicySeen> {
  const { currency } = ctx.workspace;
  const { version, policy } = await policyInForce(ctx.scope, currency);
  const [changed = null] = version === 0 ? [] : await listVersions(ctx.scope, version + 1, 1);
  const { known, ...names } = await knownIn(ctx);
  return {
    ...names,
    version,
    changed,
    policy,
    faults: faultsOf(policy, known),

    mayChange: holds(ctx.actor, changePolicy),
  };
}

/** What a policy may speak of in this workspace. */
export async function knownIn(ctx: QueryContext) {
  const people = await colleagues(ctx.scope);
  const places = await locations(ctx.scope);
  const kinds = kindsIn(ctx);
  const known: Known = {
    people,
    kinds,
    locations: places.map(({ code }) => code),
    suppliers: await suppliers(ctx.scope),
  };
  return { known, people, kinds, locations: places, currency: ctx.workspace.currency };
}

function kindsIn({ engine }: Pick<QueryContext, 'engine'>): readonly Kind[] {
  const asked = engine.contributions
    .of(approvals)
    .map(({ kind: { id, title, measures } }) => ({ id, title, asked: true, measures }));
  const others = shippedKinds.filter(({ id }) => !asked.some((kind) => kind.id === id));
  return [...asked, ...others.map((kind) => ({ ...kind, asked: false, measures: null }))];
}
