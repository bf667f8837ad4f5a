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
