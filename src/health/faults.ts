import type { Ids } from '../core/runtime/ids.ts';
import type { Log } from '../core/runtime/log.ts';
import type { Metrics } from './metrics.ts';

export interface FaultTools {
  readonly log: Log;
  readonly ids: Ids;
  readonly metrics: Pick<Metrics, 'fault'>;
  /** Stops in order, with exit code 1. */
  readonly stop: () => void;
}

/**
 * Logs unhandled rejections and uncaught exceptions under a reference, and counts them. A rejection concerns one piece of
 * work, so the process lives on. An exception may leave it in any state, so it stops in order.
 */
export function watchFaults({ log, ids, metrics, stop }: FaultTools): void {
  process.on('unhandledRejection', (reason) => {
    metrics.fault('rejection');
    log.error({ err: asError(reason), reference: ids.reference() }, 'unhandled rejection');
  });
  process.on('uncaughtException', (error) => {
    metrics.fault('exception');
    log.error({ err: asError(error), reference: ids.reference() }, 'uncaught exception: stopping');
    stop();
  });
}

/** Any value can be thrown; the log needs an error. */
function asError(thrown: unknown): Error {
  return thrown instanceof Error
    ? thrown
    : new Error('A value other than an error was thrown.', { cause: thrown });
}
