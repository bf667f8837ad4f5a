import type { Connector } from '../tokens/connector.ts';
import type { Actor } from './actor.ts';
import type { Context, Workspace } from './context.ts';

/** The bot itself, for work that no person asked for. `name` is the part of the bot. */
export function systemActor({ timeZone }: Pick<Workspace, 'timeZone'>, name: string): Actor {
  return { kind: 'system', id: name, name, timeZone };
}

/**
 * The same request as the bot itself: for steps on the way to an answer that no person may do. The audit log names the
 * bot, under the person's correlation id. The delivery stays with the person's own operation.
 */
export function asSystem<Ctx extends Context>(ctx: Ctx, name: string): Ctx {
  return { ...ctx, actor: systemActor(ctx.workspace, name), delivery: null };
}

/**
 * The same request as anybody who may look: for what stands where people of every role read it. Only for queries: nobody acts
 * under this name.
 */
export function asAnybody<Ctx extends Context>(ctx: Ctx): Ctx {
  const { timeZone } = ctx.workspace;
  return { ...ctx, actor: { kind: 'console', id: 'anybody', name: 'anybody', roles: ['viewer'], timeZone } };
}

/**
 * The same request as a source outside, which may do what its connector's list names. `source`: one of several of that
 * kind, by its own id and name.
 * @example await tellOrders.call(asConnector(ctx, shopify), { orders });
 */
export function asConnector<Ctx extends Context>(
  ctx: Ctx,
  { id, name, may }: Connector,
  source: { readonly id: string; readonly name: string } = { id, name },
): Ctx {
  const { timeZone } = ctx.workspace;
  const keys = may.map(({ key }) => key);
  return { ...ctx, actor: { kind: 'connector', ...source, may: keys, timeZone } };
}
