import { type RunningApp, startApp } from './app.ts';
import { type Config, loadConfig } from './config.ts';
import { systemClock } from './core/runtime/clock.ts';
import { randomIds } from './core/runtime/ids.ts';
import type { Log } from './core/runtime/log.ts';
import { ConfigError } from './core/runtime/refusal.ts';
import { type OpenDatabase, openDatabase } from './db/open.ts';
import { watchFaults } from './health/faults.ts';
import { createMetrics, type Metrics } from './health/metrics.ts';
import { healthRoutes, type Warn } from './health/routes.ts';
import { openServers } from './health/servers.ts';
import { createLog } from './log.ts';

/**
 * One Ctrl-C arrives several times: from the terminal, from npm, from the demo. A later signal means: leave at once.
 */
const oneWishMs = 1_000;
/** A supervisor kills us after 30 s; work stuck on the database or on Slack is taken over once its lease expires. */
const longestStopMs = 25_000;

/** Everything that a stop has to close. */
interface Opened {
  db: OpenDatabase | null;
  app: RunningApp | null;
}

/** Exit codes: 0 stopped on request, 1 a fault of ours, 2 the configuration is incomplete or wrong. */
async function main(): Promise<void> {
  const config = loadConfig('slack');
  const log = createLog(config.logLevel);
  if (!config.slack) throw new ConfigError(['SLACK_BOT_TOKEN is missing.']);
  const opened: Opened = { db: null, app: null };
  const stop = stopperOf(opened, log);
  const metrics = createMetrics({ processMetrics: true });
  watchFaults({ log, ids: randomIds, metrics, stop: () => stop(1) });
  const { servers, waitsFor } = await openEarly(config.slack, metrics, log);
  const tools = { clock: systemClock, ids: randomIds, log, metrics, servers, waitsFor };
  opened.db = await openDatabase({ ...config, kind: 'server', ...tools });
  // The database is always closed, so that no lock stays behind.
  opened.app = await startApp(opened.db, config, config.slack, tools).catch(async (error) => {
    await opened.db?.close();
    throw error;
  });

  let askedAt: number | null = null;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      const at = systemClock.elapsed();
      if (askedAt !== null && at - askedAt > oneWishMs) process.exit(1);
      if (askedAt !== null) return;
      askedAt = at;
      log.info({ signal }, 'stopping');
      stop(0);
    });
  }
  // From here on it can be stopped in order.
  const { healthPort: port } = opened.app;
  log.info({ mode: config.slack.mode, database: opened.db.engine, port }, 'Quartermaster is ready');
}

/** Serves /healthz and /readyz while the bot still waits for its database or for Slack. */
async function openEarly(slack: NonNullable<Config['slack']>, metrics: Metrics, log: Log) {
  let waitingFor: string | null = null;
  const warn: Warn = (error, message, more = {}) => log.warn({ err: error, ...more }, message);
  const routes = healthRoutes({
    warn,
    metricsType: metrics.contentType,
    metrics: async () => await metrics.expose([]),
    unready: async () => [waitingFor ? `it waits for ${waitingFor}` : 'it is starting'],
  });
  return {
    servers: await openServers(slack, routes, warn),
    waitsFor(what: string | null) {
      waitingFor = what;
    },
  };
}

/** Stops in order and ends the process, once; of several exit codes the highest counts. */
function stopperOf(opened: Opened, log: Log): (exitCode: number) => void {
  let worst: number | null = null;
  return (exitCode) => {
    const isFirst = worst === null;
    worst = Math.max(worst ?? 0, exitCode);
    if (!isFirst) return;
    setTimeout(() => {
      log.error('the stop took too long: another process takes over the unfinished work');
      process.exit(1);
    }, longestStopMs).unref();
    const stopped = (async () => await opened.app?.stop())().finally(async () => await opened.db?.close());
    stopped.then(
      () => process.exit(worst ?? 0),
      (error) => {
        log.error({ err: error }, 'the stop failed');
        process.exit(1);
      },
    );
  };
}

main().catch((error) => {
  if (error instanceof ConfigError) {
    console.error(
      ['Quartermaster cannot start:', ...error.problems.map((problem) => `  ${problem}`)].join('\n'),
    );
    process.exit(2);
  }
  console.error(error);
  process.exit(1);
});
