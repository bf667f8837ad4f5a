import { approvals } from '../../../core/declare/approval.ts';
import { holds } from '../../../core/runtime/actor.ts';
import type { QueryContext } from '../../../core/runtime/context.ts';
import type { Contributions } from '../../../core/runtime/contributions.ts';
import { locations, suppliers } from '../../locations/index.ts';
import { colleagues } from '../../people/index.ts';
import { changePolicy } from '../permissions.ts';
import { shippedPolicy } from './defaults.ts';
import type { Policy } from './model.ts';
import type { Kind, PolicyOverview } from './overview-model.ts';
import { findPolicy, listVersions } from './store.ts';
import { upcomingKinds } from './upcoming-kinds.ts';
import { faultsOf, isInUse, type References } from './validation.ts';

/** The policy in force; version 0 is the one that ships. */
export async function policyInForce(
  ctx: QueryContext,
): Promise<{ readonly version: number; readonly policy: Policy }> {
  return (
    (await findPolicy(ctx.scope)) ?? {
      version: 0,
      policy: policyThatShips(ctx.engine.contributions, ctx.workspace.currency),
    }
  );
}

/** The rules that all kinds bring along. */
export function policyThatShips(contributions: Contributions, currency: string): Policy {
  const kinds = contributions.of(approvals).map(({ kind }) => kind);
  return shippedPolicy([...kinds, ...upcomingBeside(kinds)], currency);
}

function upcomingBeside(kinds: readonly { readonly id: string }[]) {
  return upcomingKinds.filter(({ id }) => !kinds.some((kind) => kind.id === id));
}

/** The policy in force, with everything that is needed to read and to judge it. */
export async function policyOverview(ctx: QueryContext): Promise<PolicyOverview> {
  const { version, policy } = await policyInForce(ctx);
  const [changed = null] = version === 0 ? [] : await listVersions(ctx.scope, version + 1, 1);
  const { references, ...names } = await referencesIn(ctx);
  const faults = faultsOf(policy, references);
  const inUse = faults.filter((fault) => isInUse(fault, policy, names.kinds));
  return {
    ...names,
    version,
    changed,
    policy,
    faults: inUse,
    laterFaults: faults.filter((fault) => !inUse.includes(fault)),
    mayChange: holds(ctx.actor, changePolicy),
  };
}

/** What the rules of this workspace can refer to, with the names that people read. */
export async function referencesIn(ctx: QueryContext) {
  const people = await colleagues(ctx.scope);
  const places = await locations(ctx.scope);
  const kinds = kindsIn(ctx);
  const references: References = {
    people,
    kinds,
    locations: places.map(({ code }) => code),
    suppliers: await suppliers(ctx.scope),
  };
  return { references, people, kinds, locations: places, currency: ctx.workspace.currency };
}

function kindsIn({ engine }: Pick<QueryContext, 'engine'>): readonly Kind[] {
  const asked = engine.contributions
    .of(approvals)
    .map(({ kind: { id, title, measures } }) => ({ id, title, asked: true, measures }));
  const others = upcomingBeside(asked);
  return [...asked, ...others.map(({ id, title }) => ({ id, title, asked: false, measures: null }))];
}
