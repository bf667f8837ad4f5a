import type { Context, Workspace } from '../core/runtime/context.ts';
import { systemActor } from '../core/runtime/system.ts';
import { contextOf, type Ground } from '../slack/app/request.ts';

/** What the work of each minute needs. */
export interface JobGround {
  readonly ground: Ground;
  readonly workspace: Workspace;
}

/** A context for work that no person asked for, with its own correlation id unless it continues another's. */
export function systemContext(
  { ground, workspace }: JobGround,
  name: string,
  correlationId?: string,
): Context {
  const id = correlationId ?? ground.ids.uuid(ground.clock.now());
  return contextOf(ground, { workspace, correlationId: id, delivery: null }, systemActor(workspace, name));
}

/** The error text kept with failed work. */
export function reasonOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.length > 500 ? `${text.slice(0, 499)}…` : text;
}
