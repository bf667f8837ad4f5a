import type { Actor } from '../../core/runtime/actor.ts';
import type { Clock } from '../../core/runtime/clock.ts';
import type { Context, Engine, Workspace } from '../../core/runtime/context.ts';
import type { Delivery } from '../../core/runtime/delivery.ts';
import type { Ids } from '../../core/runtime/ids.ts';
import { childWhenUsed, type Log } from '../../core/runtime/log.ts';
import type { Turn } from './turns.ts';

/** The parts of every request. */
export interface Ground {
  readonly engine: Engine;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  /** Prefixes each slash command where names are taken. */
  readonly commandPrefix: string;
}

export interface Origin {
  readonly workspace: Workspace;
  /** Links log lines and audit rows; the same for every delivery of a request. */
  readonly correlationId: string;
  readonly delivery: Delivery | null;
  /** The conversation it came from, if any. */
  readonly channel?: string | undefined;
  /** Null for work that no member asked for now. */
  readonly turn?: Turn | null;
}

export function contextOf(ground: Ground, origin: Origin, actor: Actor): Context {
  const { workspace, correlationId, delivery, channel = null } = origin;
  return {
    workspace,
    actor,
    now: ground.clock.now(),
    ids: ground.ids,
    log: childWhenUsed(ground.log, { correlationId, workspaceId: workspace.id }),
    correlationId,
    delivery,
    channel,
    engine: ground.engine,
  };
}
