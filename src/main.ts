import { startApp } from './app.ts';
import { loadConfig } from './config.ts';
import { systemClock } from './core/clock.ts';
import { randomIds } from './core/ids.ts';
import { ConfigError } from './core/refusal.ts';
import { createLog } from './log.ts';

/** Exit codes: 0 stopped as asked, 1 a fault of ours, 2 the configuration is incomplete or wrong. */
async function main(): Promise<void> {
  const config = loadConfig('slack');
  const log = createLog(config.logLevel);
  if (!config.slack) throw new ConfigError(['SLACK_BOT_TOKEN is missing.']);
  const app = await startApp(config, config.slack, { clock: systemClock, ids: randomIds, log });

  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      // A second signal means it: leave at once.
      if (stopping) process.exit(1);
      stopping = true;
      log.info({ signal }, 'stopping');
      app.stop().then(
        () => process.exit(0),
        (error) => {
          log.error({ err: error }, 'the stop failed');
          process.exit(1);
        },
      );
    });
  }
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
