// Holds the embedded database of DATA_DIR as the demo does, and reports how long its event loop was blocked.
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import { loadConfig } from '../../src/config.ts';
import { systemClock } from '../../src/core/runtime/clock.ts';
import { randomIds } from '../../src/core/runtime/ids.ts';
import { openDatabase } from '../../src/db/open.ts';
import { createLog } from '../../src/log.ts';

const config = loadConfig('database');
const log = createLog('silent');
const database = await openDatabase({ ...config, kind: 'server', clock: systemClock, ids: randomIds, log });

let running = true;
// Percentiles, not the worst: on a busy machine a process may wait for a CPU.
const delay = monitorEventLoopDelay({ resolution: 10 });
delay.enable();
let answered = 0;
let slowest = 0;
process.once('SIGTERM', () => {
  running = false;
});
console.log('serving');

/** A look-up while the others work. */
async function lookUp(): Promise<void> {
  while (running) {
    const before = systemClock.elapsed();
    await database.prisma.workspace.count();
    slowest = Math.max(slowest, systemClock.elapsed() - before);
    answered += 1;
    await wait(100);
  }
}

await lookUp();
await database.close();
console.log(
  JSON.stringify({ p99: Math.round(delay.percentile(99) / 1e6), answered, slowest: Math.round(slowest) }),
);
