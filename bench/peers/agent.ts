// Loaded first by every peer: reports the CPU time of the process and how long its event loop was blocked, and ends the
// process when the bench is gone.
import { monitorEventLoopDelay } from 'node:perf_hooks';

export type Question = 'cpu' | 'watch' | 'delay';

// One millisecond is the finest resolution; the reported delay includes it.
const delays = monitorEventLoopDelay({ resolution: 1 });

process.on('message', (question: Question) => process.send?.(answer(question)));
process.on('disconnect', () => process.exit(1));

/** Milliseconds. */
function answer(question: Question): number {
  switch (question) {
    case 'cpu': {
      const { user, system } = process.cpuUsage();
      return (user + system) / 1_000;
    }
    case 'watch':
      delays.enable();
      delays.reset();
      return 0;
    case 'delay':
      delays.disable();
      return delays.max / 1e6;
  }
}
