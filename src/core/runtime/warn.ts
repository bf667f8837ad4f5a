import type { Engine } from './context.ts';
import type { Log } from './log.ts';

/** Logs a failure that is retried or does little harm. During a database outage it only counts into the outage. */
export function warnUnlessOutage(
  { log, engine }: { readonly log: Log; readonly engine: Pick<Engine, 'database'> },
  error: unknown,
  message: string,
  more: object = {},
): void {
  if (!engine.database.outages.met(error, message)) log.warn({ err: error, ...more }, message);
}
