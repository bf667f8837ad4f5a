import type { Actor } from './actor.ts';
import type { Context, Workspace } from './context.ts';

/** Ourselves, for what no person asked for. `name` says which part of us. */
export function systemActor({ timeZone }: Pick<Workspace, 'timeZone'>, name: string): Actor {
  return { kind: 'system', id: name, name, timeZone };
}

/**
 * The same request, as the bot itself: for what it does on the way to an answer and no person may do. The audit log
 * says so under the person's correlation id. The claim of the request stays with what the person asked for.
 */
export function asSystem<Ctx extends Context>(ctx: Ctx, name: string): Ctx {
  return { ...ctx, actor: systemActor(ctx.workspace, name), delivery: null };
}
