import { z } from 'zod';
import type { QueryContext } from '../../../core/runtime/context.ts';
import { query } from '../../../core/runtime/operation.ts';
import { Refusal } from '../../../core/runtime/refusal.ts';
import { dayIn } from '../../../core/time/time-zone.ts';
import { servicesOf } from '../../carriers/index.ts';
import { readOrders } from '../permissions.ts';
import type { ServiceName, StandingRule } from './model.ts';
import { noSuchRule, whereTheyAre } from './refusals.ts';
import { stateOf } from './rules.ts';
import { promiseRules } from './store.ts';

/** A rule by its id. */
export const getRule = query({
  name: 'orders.promise-rule',
  permission: readOrders,
  input: z.object({ id: z.uuid() }),
  async run(ctx, { id }): Promise<StandingRule> {
    const found = (await standingRules(ctx)).find(({ rule }) => rule.id === id);
    if (!found) throw new Refusal('not-found', noSuchRule, { next: whereTheyAre });
    return found;
  },
});

/** What a rule can name. */
export const getServices = query({
  name: 'orders.promise-services',
  permission: readOrders,
  input: z.object({}),
  run: async ({ scope }): Promise<readonly ServiceName[]> => await servicesOf(scope),
});

/** Those of any order first, then by what they name; of the same, the latest first. */
export async function standingRules(
  ctx: Pick<QueryContext, 'scope' | 'now' | 'workspace'>,
): Promise<readonly StandingRule[]> {
  const [rules, services] = await Promise.all([promiseRules(ctx.scope), servicesOf(ctx.scope)]);
  const today = dayIn(ctx.workspace.timeZone, ctx.now);
  const standing = rules.map((rule): StandingRule => {
    const service = services.find(({ id }) => id === rule.serviceId) ?? null;
    return { rule, service, state: stateOf(rule, today) };
  });
  const key = ({ rule, service }: StandingRule) =>
    [rule.channel, service?.carrier.code, service?.code, rule.country].map((one) => one ?? '').join('\n');
  return standing.toSorted((a, b) => {
    if (key(a) !== key(b)) return key(a) < key(b) ? -1 : 1;
    return a.rule.validFrom < b.rule.validFrom ? 1 : -1;
  });
}
