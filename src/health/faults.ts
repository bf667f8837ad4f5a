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
 * What nothing caught is a fault of ours: counted, and in the log under a reference. A rejected promise belongs to one
 * piece of work, and the process lives on. After an exception its state is not known: it stops in order. Decision 019.
 */
export function watchFaults({ log, ids, metrics, stop }: FaultTools): void {
  process.on('unhandledRejection', (reason) => {
    metrics.fault('rejection');
    log.error(
      { err: asError(reason), reference: ids.reference() },
      'nobody handled the rejection of a promise',
    );
  });
  process.on('uncaughtException', (error) => {
    metrics.fault('exception');
    log.error({ err: asError(error), reference: ids.reference() }, 'nobody caught an exception: stopping');
    stop();
  });
}

/** Anything may be thrown; the log reads errors. */
function asError(thrown: unknown): Error {
  return thrown instanceof Error
    ? thrown
    : new Error('Something other than an error was thrown.', { cause: thrown });
}
