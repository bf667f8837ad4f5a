import type { Engine } from './context.ts';
import type { Log } from './log.ts';

/** A warning about work that is tried again, or whose failure costs little; an outage of the database needs no other. */
export function warnUnlessOutage(
  { log, engine }: { readonly log: Log; readonly engine: Pick<Engine, 'database'> },
  error: unknown,
  message: string,
  more: object = {},
): void {
  if (!engine.database.outages.met(error, message)) log.warn({ err: error, ...more }, message);
}
