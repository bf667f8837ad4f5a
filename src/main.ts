import { startApp } from './app.ts';
import { loadConfig } from './config.ts';
import { systemClock } from './core/runtime/clock.ts';
import { randomIds } from './core/runtime/ids.ts';
import { ConfigError } from './core/runtime/refusal.ts';
import { openDatabase } from './db/open.ts';
import { createLog } from './log.ts';

/**
 * One Ctrl-C arrives several times: from the terminal, from npm, from the demo. A later signal means: leave at once.
 */
const oneWishMs = 1_000;
/** A supervisor kills us after 30 s; work stuck on the database or on Slack is taken over once its lease expires. */
const longestStopMs = 25_000;

/** Exit codes: 0 stopped on request, 1 a fault of ours, 2 the configuration is incomplete or wrong. */
async function main(): Promise<void> {
  const config = loadConfig('slack');
  const log = createLog(config.logLevel);
  if (!config.slack) throw new ConfigError(['SLACK_BOT_TOKEN is missing.']);
  const tools = { clock: systemClock, ids: randomIds, log, processMetrics: true };
  const db = await openDatabase({ ...config, kind: 'server', ...tools });
  // The database is always closed, so that no lock stays behind.
  const app = await startApp(db, config, config.slack, tools).catch(async (error) => {
    await db.close();
    throw error;
  });

  let stoppingSince: number | null = null;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      const at = systemClock.elapsed();
      if (stoppingSince !== null) {
        if (at - stoppingSince > oneWishMs) process.exit(1);
        return;
      }
      stoppingSince = at;
      log.info({ signal }, 'stopping');
      setTimeout(() => {
        log.error('the stop took too long: another process takes over the unfinished work');
        process.exit(1);
      }, longestStopMs).unref();
      const stopped = app.stop().finally(() => db.close());
      stopped.then(
        () => process.exit(0),
        (error) => {
          log.error({ err: error }, 'the stop failed');
          process.exit(1);
        },
      );
    });
  }
  // From here on it can be stopped in order.
  log.info({ mode: config.slack.mode, database: db.engine, port: app.healthPort }, 'Quartermaster is ready');
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
